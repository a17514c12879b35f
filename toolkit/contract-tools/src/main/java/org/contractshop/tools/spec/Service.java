package org.contractshop.tools.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A service as its spec file describes it. */
public final class Service {
  /** The most specific first: {@code /users/me} is not {@code /users/{id}}. */
  private static final Comparator<Operation> BY_PATH =
      Comparator.comparing((Operation operation) -> operation.path().contains("{"))
          .thenComparing(Operation::path)
          .thenComparing(Operation::method);

  private final SpecNode document;
  private final List<Operation> operations = new ArrayList<>();

  Service(SpecNode document) {
    this.document = document;
    for (SpecNode path : document.get("paths").children()) {
      for (SpecNode child : path.children()) {
        if (Operation.METHODS.contains(child.key())) {
          operations.add(new Operation(this, path, child));
        }
      }
    }
  }

  /** Such as {@code product-service}. */
  public String name() {
    return document.file().replaceFirst("\\.yaml$", "");
  }

  public String version() {
    return document.get("info").get("version").text();
  }

  public SpecNode document() {
    return document;
  }

  /** Whether another version has the same text, including the parts that services share. */
  public boolean isSame(Service other) {
    return Stream.of(document.file(), SpecFiles.COMMON)
        .allMatch(file -> document.specs().text(file).equals(other.document.specs().text(file)));
  }

  /** In the order of the file. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The most specific path first. */
  public List<Operation> operationsBySpecificity() {
    return operations.stream().sorted(BY_PATH).toList();
  }

  /** The operation that a request is for; none if the spec lacks the path or the method. */
  public Optional<Operation> operation(String method, String path) {
    return at(path).stream().filter(operation -> operation.method().equals(method)).findFirst();
  }

  public Optional<Operation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /** The operations of the most specific path that fits, one for each method; none if none fits. */
  public List<Operation> at(String path) {
    List<Operation> fitting =
        operationsBySpecificity().stream().filter(operation -> operation.fits(path)).toList();
    return fitting.stream()
        .filter(operation -> operation.path().equals(fitting.get(0).path()))
        .toList();
  }

  /** The schema of every error, even for a path that is not in the spec. */
  public JsonNode problem() {
    return document.specs().commonSchema("Problem").json();
  }

  @Override
  public String toString() {
    return name();
  }
}

package org.contractshop.tools.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A service's OpenAPI file, with everything that it refers to put in place. */
public final class Spec {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Map<String, Spec> READ = new ConcurrentHashMap<>();

  private final Path folder;
  private final Map<String, JsonNode> files = new HashMap<>();
  private final List<Operation> operations = new ArrayList<>();
  private final JsonNode problem;

  private Spec(Path folder, String service) {
    this.folder = folder;
    String file = service + ".yaml";
    JsonNode paths = resolved(file(file).path("paths"), file);
    for (Map.Entry<String, JsonNode> path : Json.members(paths)) {
      for (Map.Entry<String, JsonNode> member : Json.members(path.getValue())) {
        if (METHODS.contains(member.getKey())) {
          operations.add(Operation.of(service, member.getKey(), path.getKey(), path.getValue()));
        }
      }
    }
    // The most specific first: /users/me is not /users/{id}.
    operations.sort(
        Comparator.comparing((Operation operation) -> operation.path().contains("{"))
            .thenComparing(Operation::path)
            .thenComparing(Operation::method));
    problem = resolved(file("common.yaml").at("/components/schemas/Problem"), "common.yaml");
  }

  public static Spec of(String service) {
    return READ.computeIfAbsent(service, name -> new Spec(Repository.specs(), name));
  }

  public static Spec of(Path folder, String service) {
    return new Spec(folder, service);
  }

  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** How every error looks, also that of a path which the spec does not know. */
  public JsonNode problem() {
    return problem;
  }

  /** That which a request is for; none if the spec has no such path, or not this method of it. */
  public Optional<Operation> operation(String method, String path) {
    return at(path).stream().filter(operation -> operation.method().equals(method)).findFirst();
  }

  /** The operations of the most specific path that fits, one for each method; none if none fits. */
  public List<Operation> at(String path) {
    List<Operation> fitting =
        operations.stream().filter(operation -> fits(path, operation.path())).toList();
    return fitting.stream()
        .filter(operation -> operation.path().equals(fitting.get(0).path()))
        .toList();
  }

  private static boolean fits(String path, String template) {
    String[] segments = path.split("/", -1);
    String[] declared = template.split("/", -1);
    if (segments.length != declared.length) {
      return false;
    }
    for (int index = 0; index < segments.length; index++) {
      boolean variable = declared[index].startsWith("{");
      if (variable ? segments[index].isEmpty() : !segments[index].equals(declared[index])) {
        return false;
      }
    }
    return true;
  }

  private JsonNode file(String name) {
    return files.computeIfAbsent(name, missing -> Json.yaml(folder.resolve(missing)));
  }

  private JsonNode resolved(JsonNode node, String file) {
    if (node.path("$ref").isString()) {
      String[] fileAndPointer = node.get("$ref").asString().split("#", 2);
      String target =
          fileAndPointer[0].isEmpty() ? file : fileAndPointer[0].replaceFirst("^\\./", "");
      return resolved(file(target).at(fileAndPointer[1]), target);
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      Json.members(node)
          .forEach(member -> object.set(member.getKey(), resolved(member.getValue(), file)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(resolved(element, file)));
      return array;
    }
    return node;
  }
}

package org.contractshop.tools.contract;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import tools.jackson.databind.JsonNode;

/**
 * Prints, at the end of a build, which documented statuses its tests saw, and fails the build if
 * they missed one, or a contract. Statuses that no test can provoke are listed with a reason in
 * api-specs/unseen-statuses.yml. A service whose own tests did not run is left out.
 */
public final class CoverageTable {
  private final Path root;
  private final Path sources;
  private final Instant start;
  private final PrintStream out;
  private final Set<String> seen = new TreeSet<>();
  private final List<String> missing = new ArrayList<>();

  private CoverageTable(Path root, Path sources, Instant start, PrintStream out) {
    this.root = root;
    this.sources = sources;
    this.start = start;
    this.out = out;
  }

  /**
   * @param arguments the root folder of the project, and when the build started
   */
  public static void main(String[] arguments) {
    boolean selected = System.getProperty("test") != null || System.getProperty("it.test") != null;
    Path root = Path.of(arguments[0]);
    check(root, root, Instant.parse(arguments[1]), !selected, System.out);
  }

  /**
   * @param root where the modules left their notes
   * @param sources where the specs and contracts are
   * @param complete whether all tests ran
   * @throws IllegalStateException if all tests together missed something
   */
  static void check(Path root, Path sources, Instant start, boolean complete, PrintStream out) {
    new CoverageTable(root, sources, start, out).print(complete);
  }

  private void print(boolean complete) {
    List<Service> services = SpecFiles.read(sources.resolve("api-specs")).services();
    List<Service> tested =
        services.stream()
            .filter(service -> !notes(root.resolve(service.name())).isEmpty())
            .toList();
    if (tested.isEmpty()) {
      return;
    }
    services.forEach(service -> seen.addAll(notes(root.resolve(service.name()))));
    seen.addAll(notes(root.resolve("system/system-tests")));
    out.println("\nDocumented statuses that the tests saw; (…) is one they did not see");
    tested.forEach(this::print);
    if (!missing.isEmpty() && complete) {
      throw new IllegalStateException(
          missing.stream()
              .collect(
                  Collectors.joining(
                      "\n- ",
                      "\n- ",
                      "\nTest it, or remove it from the spec, or give a reason in api-specs/unseen-statuses.yml.")));
    }
  }

  private void print(Service service) {
    Map<String, String> reasons = reasons();
    out.println("  " + service);
    for (Operation operation : service.operationsBySpecificity()) {
      StringBuilder statuses = new StringBuilder();
      for (int status : operation.statuses()) {
        String name = operation.name() + " " + status;
        boolean met = seen.contains(service + " " + name);
        boolean excused = reasons.containsKey(service + " " + name);
        statuses.append(met ? " " + status + " " : "(" + status + ")");
        if (!met && !excused) {
          missing.add("no test saw " + service + " answer " + name);
        }
        if (met && excused) {
          missing.add(service + " " + name + " was seen: remove it from unseen-statuses.yml");
        }
      }
      out.printf("    %-45s %s%n", operation.name(), statuses);
    }
    Contracts.in(sources.resolve("contracts").resolve(service.name())).all().stream()
        .map(Contract::name)
        .filter(contract -> !seen.contains(Coverage.proof(service.name(), contract)))
        .forEach(
            contract -> missing.add("no test proved the contract " + service + "/" + contract));
  }

  private Map<String, String> reasons() {
    Path file = root.resolve("api-specs/unseen-statuses.yml");
    Map<String, String> reasons = new TreeMap<>();
    if (Files.exists(file)) {
      for (Map.Entry<String, JsonNode> reason : Json.members(Json.yaml(file))) {
        reasons.put(reason.getKey(), reason.getValue().asString());
      }
    }
    return reasons;
  }

  private Set<String> notes(Path module) {
    return Coverage.notes(module, start);
  }
}

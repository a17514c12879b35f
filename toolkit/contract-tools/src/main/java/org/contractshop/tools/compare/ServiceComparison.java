package org.contractshop.tools.compare;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;

/**
 * Compares the released spec of a service with the current one, as its callers would.
 *
 * <p>This is our own comparison instead of openapi-diff, which misjudges about one edit in seven (a
 * relaxed minimum in a response, a changed default, a renamed operationId and more). Correcting it
 * would take the same walk over both models, and a list of its mistakes. The house rules restrict
 * the specs to a small part of OpenAPI, without combinations of schemas, so one recursive walk is
 * short and exact. Anything it does not know counts as breaking.
 *
 * <p>The callers are programs that send HTTP, and Java programs built on the generated clients. For
 * the latter, renaming an operation, tag or object renames a method or class, and reordering
 * parameters reorders arguments. A new optional parameter counts as compatible, since that is how
 * an API grows, and an old client keeps working.
 */
public final class ServiceComparison {
  private final Service released;
  private final Service current;
  private final LocalDate today;
  private final Changes changes;

  private ServiceComparison(Service released, Service current, LocalDate today) {
    this.released = released;
    this.current = current;
    this.today = today;
    changes = new Changes(today);
  }

  public static List<Change> changes(Service released, Service current, LocalDate today) {
    if (released.isSame(current)) {
      return List.of();
    }
    ServiceComparison comparison = new ServiceComparison(released, current, today);
    comparison.compareServers();
    comparison.compareOperations();
    ProblemTypeComparison.compare(released, current, comparison.changes);
    return comparison.changes.inOrder();
  }

  private void compareServers() {
    List<String> old = urls(released);
    List<String> now = urls(current);
    Pair place = new Pair(released.document(), current.document()).get("servers");
    old.stream()
        .filter(url -> !now.contains(url))
        .forEach(
            url -> changes.breaking(Rule.SERVER_REMOVED, place, "removing the server %s", url));
    now.stream()
        .filter(url -> !old.contains(url))
        .forEach(url -> changes.compatible(Rule.SERVER_ADDED, place, "adding the server %s", url));
  }

  private static List<String> urls(Service service) {
    return service.document().get("servers").children().stream()
        .map(url -> url.get("url").text())
        .toList();
  }

  private void compareOperations() {
    Map<String, Operation> old = byMethodAndPath(released);
    Map<String, Operation> now = byMethodAndPath(current);
    old.forEach(
        (key, operation) -> {
          if (now.containsKey(key)) {
            OperationComparison.compare(operation, now.get(key), changes);
          } else {
            Pair place = new Pair(operation.node(), current.document().get("paths"));
            changes.removal(
                Rule.OPERATION_REMOVED,
                hasSameMethod(operation) ? Effect.WIRE : Effect.WIRE_AND_JAVA,
                "the operation " + operation.label(),
                place);
          }
        });
    now.forEach(
        (key, operation) -> {
          if (!old.containsKey(key)) {
            Pair place = new Pair(released.document().get("paths"), operation.node());
            changes.compatible(
                Rule.OPERATION_ADDED, place, "adding the operation %s", operation.label());
          }
        });
  }

  /** Elsewhere, so that only the client's own code changes, not that of its callers. */
  private boolean hasSameMethod(Operation gone) {
    return current.operations().stream()
        .filter(operation -> operation.label().equals(gone.label()))
        .anyMatch(
            operation -> {
              Changes differences = new Changes(today);
              OperationComparison.compare(gone, operation, differences);
              return differences.inOrder().stream()
                  .noneMatch(
                      change ->
                          change.verdict() == Verdict.BREAKING && change.effect() != Effect.WIRE);
            });
  }

  /** The names of path parameters are not part of any request. */
  private static Map<String, Operation> byMethodAndPath(Service service) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (Operation operation : service.operations()) {
      String path = operation.path().replaceAll("\\{[^}]*}", "{}");
      operations.put(operation.node().key() + " " + path, operation);
    }
    return operations;
  }
}

package org.contractshop.tools.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/**
 * Compares the problem types that responses declare. Callers branch on them, and each is an
 * exception class of the client, so none may vanish from a service.
 */
final class ProblemTypeComparison {
  private ProblemTypeComparison() {}

  static void compare(Service released, Service current, Changes changes) {
    Set<String> old = types(released);
    Set<String> now = types(current);
    compareShared(released, current, old, changes);
    for (String type : without(old, now)) {
      Pair place = new Pair(declaration(released, type), current.document());
      changes.breaking(Rule.PROBLEM_TYPE_REMOVED, place, "removing the problem type %s", type);
    }
    for (String type : without(now, old)) {
      Pair place = new Pair(released.document(), declaration(current, type));
      changes.compatible(Rule.PROBLEM_TYPE_ADDED, place, "adding the problem type %s", type);
    }
  }

  /** Shared types are classes of the clients' common package, the rest of the client's own. */
  private static void compareShared(
      Service released, Service current, Set<String> used, Changes changes) {
    Pair shared =
        new Pair(
            released.document().specs().file(SpecFiles.COMMON).get(Extensions.PROBLEM_TYPES),
            current.document().specs().file(SpecFiles.COMMON).get(Extensions.PROBLEM_TYPES));
    if (shared.either()) {
      Set<String> old = new TreeSet<>(shared.old().texts());
      Set<String> now = new TreeSet<>(shared.now().texts());
      Stream.concat(without(old, now).stream(), without(now, old).stream())
          .filter(used::contains)
          .forEach(
              type ->
                  changes.breaking(
                      Rule.CLASS_REPLACED,
                      shared,
                      "moving the exception class of the problem type %s to another package",
                      type));
    }
  }

  /** Compares the types of the whole service; the comparison above reports the rest. */
  static void compare(
      String place, Operation released, Operation current, String status, Changes changes) {
    Pair responses = new Pair(released.node(), current.node()).get("responses").get(status);
    Set<String> old = types(responses.old());
    Set<String> now = types(responses.now());
    Pair types = responses.resolved().get(Extensions.PROBLEM_TYPES);
    Set<String> known = types(released.service());
    Set<String> kept = types(current.service());
    without(old, now).stream()
        .filter(kept::contains)
        .forEach(
            type ->
                changes.compatible(
                    Rule.PROBLEM_TYPE_MOVED,
                    types,
                    "no longer using the problem type %s in %s",
                    type,
                    place));
    without(now, old).stream()
        .filter(known::contains)
        .forEach(
            type ->
                changes.compatible(
                    Rule.PROBLEM_TYPE_MOVED,
                    types,
                    "using the problem type %s in %s",
                    type,
                    place));
  }

  private static SpecNode declaration(Service service, String type) {
    return service.operations().stream()
        .flatMap(operation -> operation.responses().stream())
        .map(response -> response.resolved().get(Extensions.PROBLEM_TYPES))
        .filter(types -> types.texts().contains(type))
        .findFirst()
        .orElse(service.document());
  }

  private static Set<String> types(Service service) {
    Set<String> types = new TreeSet<>();
    service.operations().stream()
        .flatMap(operation -> operation.responses().stream())
        .forEach(response -> types.addAll(types(response)));
    return types;
  }

  private static Set<String> types(SpecNode response) {
    return new TreeSet<>(response.resolved().get(Extensions.PROBLEM_TYPES).texts());
  }

  private static List<String> without(Set<String> types, Set<String> others) {
    return types.stream().filter(type -> !others.contains(type)).toList();
  }
}

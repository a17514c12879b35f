package org.contractshop.tools.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecNode;

/**
 * Compares the problem types that responses declare. Callers decide by them, and each is an
 * exception class of the client, so that none may vanish from a service.
 */
final class ProblemTypeComparison {
  private ProblemTypeComparison() {}

  static void compare(Service released, Service current, Changes changes) {
    Set<String> old = types(released);
    Set<String> now = types(current);
    without(old, now).forEach(type -> changes.breaking("removing the problem type %s", type));
    without(now, old).forEach(type -> changes.compatible("adding the problem type %s", type));
  }

  /** What the whole service has before and after; the rest is told by the comparison above. */
  static void compare(
      String place, Operation released, Operation current, String status, Changes changes) {
    Set<String> old = types(released.node().get("responses").get(status));
    Set<String> now = types(current.node().get("responses").get(status));
    Set<String> known = types(released.service());
    Set<String> kept = types(current.service());
    without(old, now).stream()
        .filter(kept::contains)
        .forEach(
            type -> changes.compatible("no longer using the problem type %s in %s", type, place));
    without(now, old).stream()
        .filter(known::contains)
        .forEach(type -> changes.compatible("using the problem type %s in %s", type, place));
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

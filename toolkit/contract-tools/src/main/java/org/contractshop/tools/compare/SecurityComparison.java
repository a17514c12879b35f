package org.contractshop.tools.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares the credentials that an operation requires: any one of the alternatives is enough. */
final class SecurityComparison {
  private SecurityComparison() {}

  static void compare(Operation released, Operation current, Changes changes) {
    Pair security = new Pair(released.security(), current.security());
    List<Set<String>> old = alternatives(released);
    List<Set<String>> now = alternatives(current);
    if (!admits(now, old)) {
      changes.breaking(
          Rule.CREDENTIALS_TIGHTENED,
          security,
          "asking for other credentials in %s",
          released.label());
    } else if (!admits(old, now)) {
      changes.compatible(
          Rule.CREDENTIALS_LOOSENED,
          security,
          "asking for fewer credentials in %s",
          released.label());
    }
    if (released.isSecured() && current.isSecured()) {
      compareRoles(released, current, changes);
    }
  }

  private static void compareRoles(Operation released, Operation current, Changes changes) {
    Pair roles = new Pair(released.node(), current.node()).get(Extensions.ROLES);
    List<String> old = roles(released);
    List<String> now = roles(current);
    for (String role : old) {
      if (!now.contains(role)) {
        changes.breaking(
            Rule.ROLE_REMOVED,
            roles,
            "no longer admitting the role %s to %s",
            role,
            released.label());
      }
    }
    for (String role : now) {
      if (!old.contains(role)) {
        changes.compatible(
            Rule.ROLE_ADDED, roles, "admitting the role %s to %s", role, released.label());
      }
    }
  }

  /** A spec that says nothing admits every role. */
  private static List<String> roles(Operation operation) {
    return operation.roles().isEmpty() ? Extensions.KNOWN_ROLES : operation.roles();
  }

  /** Whether all callers whose credentials were sufficient still have sufficient ones. */
  private static boolean admits(List<Set<String>> now, List<Set<String>> before) {
    return before.stream().allMatch(credentials -> now.stream().anyMatch(credentials::containsAll));
  }

  private static List<Set<String>> alternatives(Operation operation) {
    List<Set<String>> alternatives = new ArrayList<>();
    for (SpecNode alternative : operation.security().children()) {
      Set<String> credentials = new TreeSet<>();
      for (SpecNode scheme : alternative.children()) {
        credentials.add(definition(operation, scheme.key()) + scheme.texts());
      }
      alternatives.add(credentials);
    }
    return alternatives.isEmpty() ? List.of(Set.of()) : alternatives;
  }

  /** How the credentials are sent; the name of a scheme does not matter. */
  private static String definition(Operation operation, String scheme) {
    SpecNode schemes = operation.service().document().get("components").get("securitySchemes");
    JsonNode definition = Json.of(schemes.get(scheme).resolved());
    if (definition instanceof ObjectNode object) {
      object.remove(List.of("description", "bearerFormat"));
    }
    return definition.toString();
  }
}

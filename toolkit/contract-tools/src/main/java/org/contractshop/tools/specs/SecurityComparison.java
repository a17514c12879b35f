package org.contractshop.tools.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares what credentials an operation asks for: any one of the alternatives is enough. */
final class SecurityComparison {
  private SecurityComparison() {}

  static void compare(Operation released, Operation current, Changes changes) {
    List<Set<String>> old = alternatives(released);
    List<Set<String>> now = alternatives(current);
    if (!admits(now, old)) {
      changes.breaking("asking for other credentials in %s", released.name());
    } else if (!admits(old, now)) {
      changes.compatible("asking for fewer credentials in %s", released.name());
    }
  }

  /** Whether all who had enough credentials before have enough now. */
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

  /** How the credentials are sent; what a scheme is called does not matter. */
  private static String definition(Operation operation, String scheme) {
    SpecNode schemes = operation.service().get("components").get("securitySchemes");
    JsonNode definition = Json.of(schemes.get(scheme).resolved());
    if (definition instanceof ObjectNode object) {
      object.remove(List.of("description", "bearerFormat"));
    }
    return definition.toString();
  }
}

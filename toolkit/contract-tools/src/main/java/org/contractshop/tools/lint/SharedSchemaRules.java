package org.contractshop.tools.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;

/** Ids, money and times look the same everywhere: their names decide which schema they share. */
final class SharedSchemaRules {
  private static final Map<String, Set<String>> SCHEMAS_BY_NAME =
      Map.of(
          "id|(?!traceId)[a-z].*Id", common("Id", "Uuid"),
          "traceId", common("TraceId"),
          "price|total|(?!m(in|ax)P)[a-z].*Price", common("Money", "Total"),
          // A bound of a filter is no price: it may be finer than a cent.
          "m(in|ax)Price", Set.of("#/components/schemas/PriceBound"),
          "[a-z].*At", common("Timestamp"));

  private final List<Violation> violations = new ArrayList<>();

  private SharedSchemaRules() {}

  static List<Violation> violations(SpecFiles specs) {
    SharedSchemaRules rules = new SharedSchemaRules();
    Element.all(specs, "schema")
        .flatMap(schema -> schema.get("properties").children().stream())
        .forEach(property -> rules.check(property, property.key(), property));
    Element.all(specs, "parameter")
        .forEach(
            parameter ->
                rules.check(parameter, parameter.get("name").text(), parameter.get("schema")));
    return rules.violations;
  }

  private void check(SpecNode named, String name, SpecNode schema) {
    SCHEMAS_BY_NAME.forEach(
        (pattern, shared) -> {
          if (name.matches(pattern)
              && shared.stream().noneMatch(schema.resolved().toString()::endsWith)) {
            violations.add(
                Violation.at(
                    "shared-schemas",
                    named,
                    "has a schema of its own; refer to %s"
                        .formatted(String.join(" or ", new TreeSet<>(shared)))));
          }
        });
  }

  private static Set<String> common(String... names) {
    return Stream.of(names)
        .map(name -> "common.yaml#/components/schemas/" + name)
        .collect(Collectors.toSet());
  }
}

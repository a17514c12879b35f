package org.contractshop.tools.lint;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** Ids, money and times look the same everywhere: their names decide which schema they share. */
final class SharedSchemaRules extends HouseRules {
  private static final Map<String, Set<String>> SCHEMAS_BY_NAME =
      Map.of(
          "id|(?!traceId)[a-z].*Id", common("Id", "Uuid"),
          "traceId", common("TraceId"),
          "price|total|(?!m(in|ax)P)[a-z].*Price", common("Money", "Total"),
          // A filter bound is not a price: it may be finer than a cent.
          "m(in|ax)Price", Set.of("#/components/schemas/PriceBound"),
          "[a-z].*At", common("Timestamp"));

  SharedSchemaRules() {
    super(RuleGroup.SHARED_SCHEMAS);
  }

  @Override
  void check(SpecFiles specs) {
    Element.all(specs, "schema")
        .flatMap(schema -> schema.get("properties").children().stream())
        .forEach(property -> check(property, property.key(), property));
    Element.all(specs, "parameter")
        .forEach(
            parameter -> check(parameter, parameter.get("name").text(), parameter.get("schema")));
  }

  private void check(SpecNode named, String name, SpecNode schema) {
    SCHEMAS_BY_NAME.forEach(
        (pattern, shared) -> {
          if (name.matches(pattern)
              && shared.stream().noneMatch(schema.resolved().toString()::endsWith)) {
            add(
                named,
                "has a schema of its own; refer to %s",
                String.join(" or ", new TreeSet<>(shared)));
          }
        });
  }

  private static Set<String> common(String... names) {
    return Stream.of(names)
        .map(name -> "common.yaml#/components/schemas/" + name)
        .collect(Collectors.toSet());
  }
}

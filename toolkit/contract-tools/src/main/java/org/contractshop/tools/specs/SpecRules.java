package org.contractshop.tools.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All house rules for specs. */
final class SpecRules {
  private static final List<Function<Specs, List<Violation>>> GROUPS =
      List.of(
          DocumentRules::violations,
          ReferenceRules::violations,
          OperationRules::violations,
          PathRules::violations,
          ResponseRules::violations,
          SchemaRules::violations,
          SharedSchemaRules::violations,
          NamingRules::violations,
          DeprecationRules::violations,
          ExampleRules::violations);

  private SpecRules() {}

  /** Every violation once, sorted by file and line. */
  static List<Violation> violations(Map<String, String> texts) {
    try {
      Specs specs = Specs.of(texts);
      List<Violation> violations = new ArrayList<>();
      GROUPS.forEach(group -> violations.addAll(group.apply(specs)));
      return violations.stream().distinct().sorted().toList();
    } catch (BrokenYamlException exception) {
      return List.of(exception.violation());
    }
  }
}

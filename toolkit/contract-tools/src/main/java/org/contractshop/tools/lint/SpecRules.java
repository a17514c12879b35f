package org.contractshop.tools.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.UnreadableSpecException;
import org.contractshop.tools.spec.Violation;

/** All house rules for specs. */
public final class SpecRules {
  private static final List<Supplier<HouseRules>> GROUPS =
      List.of(
          DocumentRules::new,
          KindRules::new,
          DuplicateRules::new,
          JavaNameRules::new,
          ValueRules::new,
          SupportRules::new,
          ReferenceRules::new,
          OperationRules::new,
          PathRules::new,
          ResponseRules::new,
          SchemaRules::new,
          ExtensionRules::new,
          SharedSchemaRules::new,
          NamingRules::new,
          DeprecationRules::new);

  /** If these are broken, no validator can be built from a schema. */
  private static final Set<String> SCHEMA_UNUSABLE = Set.of("kinds", "values");

  private static final Comparator<Violation> CAUSES_FIRST =
      Comparator.comparing((Violation violation) -> violation.rule().equals("examples"))
          .thenComparing(Comparator.naturalOrder());

  private SpecRules() {}

  /**
   * Every violation once, sorted by file and line; those of examples last, as they often follow
   * from others.
   */
  public static List<Violation> violations(Map<String, String> texts) {
    try {
      SpecFiles specs = SpecFiles.of(texts);
      List<Violation> violations = new ArrayList<>();
      GROUPS.forEach(group -> violations.addAll(group.get().violations(specs)));
      if (violations.stream().noneMatch(one -> SCHEMA_UNUSABLE.contains(one.rule()))) {
        violations.addAll(new ExampleRules().violations(specs));
      }
      return violations.stream().distinct().sorted(CAUSES_FIRST).toList();
    } catch (UnreadableSpecException exception) {
      return exception.violations();
    }
  }
}

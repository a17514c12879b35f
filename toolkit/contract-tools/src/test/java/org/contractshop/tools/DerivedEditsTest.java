package org.contractshop.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.contractshop.tools.compare.CompatibilityGate;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;
import org.junit.jupiter.api.Test;

/** Whatever one can edit has a verdict, breaks a house rule, or is waived here with a reason. */
final class DerivedEditsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  /** What only people read. */
  private static final Set<String> WORDS =
      Set.of(
          "title",
          "description",
          "summary",
          "example",
          "examples",
          "value",
          "bearerFormat",
          "x-pattern-message");

  /**
   * Lists whose order means nothing, and keywords that say what is so anyway, by kind; each
   * operation says its own security.
   */
  private static final Map<String, Set<String>> WITHOUT_MEANING =
      Map.of(
          "document", Set.of("tags", "servers", "paths", "x-problem-types", "security"),
          // A form hides the text of the format password, and nothing else.
          "schema", Set.of("enum", "required", "format"),
          "operation", Set.of("x-roles", "responses"),
          "response", Set.of("x-problem-types", "headers"),
          "path", Set.of("parameters"),
          "components",
              Set.of("parameters", "headers", "schemas", "requestBodies", "responses", "examples"));

  private final Map<String, String> specs = Shop.texts();

  @Test
  void everyEditIsClaimed() {
    SpecFiles released = SpecFiles.of(specs);
    Map<String, Integer> claims = new ConcurrentSkipListMap<>();
    Set<String> unclaimed = new ConcurrentSkipListSet<>();
    List<DerivedEdits.Edit> edits = DerivedEdits.of(specs);
    edits.parallelStream()
        .forEach(
            edit -> {
              String claim = claim(released, edit);
              claims.merge(claim, 1, Integer::sum);
              if (claim.equals("nobody")) {
                unclaimed.add(edit.words());
              }
            });
    System.out.printf("%d derived edits, claimed by %s%n", edits.size(), claims);
    assertThat(edits).hasSizeGreaterThan(500);
    assertThat(String.join("\n", unclaimed)).isEmpty();
  }

  private static String claim(SpecFiles released, DerivedEdits.Edit edit) {
    if (WORDS.contains(edit.key())) {
      return "waived: for people";
    }
    List<Violation> gate =
        CompatibilityGate.complaints(released, SpecFiles.of(edit.texts()), TODAY);
    if (!gate.isEmpty()) {
      return gate.get(0).rule();
    }
    List<Violation> lint = SpecRules.violations(edit.texts());
    if (!lint.isEmpty()) {
      return "lint: " + lint.get(0).rule();
    }
    return WITHOUT_MEANING.getOrDefault(edit.kind(), Set.of()).contains(edit.key())
        ? "waived: the order, or nothing new"
        : "nobody";
  }
}

package org.contractshop.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.compare.Change;
import org.contractshop.tools.compare.Rule;
import org.contractshop.tools.compare.ServiceComparison;
import org.contractshop.tools.compare.Verdict;
import org.contractshop.tools.evolve.TextEdit;
import org.contractshop.tools.lint.RuleGroup;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;
import org.junit.jupiter.api.Test;

/**
 * docs/spec-rules.md is made of the rules and of the defects and edits that the other tests plant:
 * each rule has an example, and each example stands there with what the tools say about it.
 */
final class SpecRulesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "../../docs/spec-rules.md");
  private static final Path MADE =
      Path.of(System.getProperty("basedir", "."), "target/spec-rules.md");
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  /** These need a release that is edited too; CompatibilityGateTest has them. */
  private static final EnumSet<Rule> OF_TWO_RELEASES =
      EnumSet.of(
          Rule.UNDEPRECATED, Rule.SUNSET_EARLIER, Rule.SUNSET_LATER, Rule.PARAMETERS_REORDERED);

  private final Map<String, String> specs = Shop.texts();

  @Test
  void thePageIsMadeOfTheRules() throws IOException {
    String made = page();
    Files.createDirectories(MADE.getParent());
    Files.writeString(MADE, made);
    assertThat(Files.readString(PAGE))
        .withFailMessage("docs/spec-rules.md is out of date; copy %s there", MADE)
        .isEqualTo(made);
  }

  @Test
  void eachGroupOfRulesHasAnExample() {
    assertThat(defects().keySet())
        .containsAll(List.of(RuleGroup.values()).stream().map(RuleGroup::id).toList());
  }

  @Test
  void eachRuleOfTheComparisonHasAnExample() {
    assertThat(edits().keySet()).containsAll(EnumSet.complementOf(OF_TWO_RELEASES));
  }

  private String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # The rules for specs

            Made by `SpecRulesPageTest` of the rules and of the defects and edits that the tests plant in a copy of the specs. An
            edit of this page is lost.

            ## House rules

            `./spec lint` checks them. Each row is a mistake, and what the lint says about it: where, what is wrong and what to do.
            """);
    Map<String, List<String>> defects = defects();
    for (RuleGroup group : RuleGroup.values()) {
      page.append("\n### ").append(group.id()).append("\n\n").append(group.reason());
      page.append("\n\n| mistake | what the lint says |\n|---|---|\n");
      defects.getOrDefault(group.id(), List.of()).forEach(page::append);
    }
    page.append(
        """

        ## Changes for callers

        `./spec compare` tells them. A breaking change needs a new major version, a compatible one a minor step. Something may
        be removed only after a release has marked it with `deprecated: true` and an `x-sunset` at least 90 days away; after
        that day its removal is compatible.
        """);
    Map<Rule, List<String>> edits = edits();
    for (Rule rule : Rule.values()) {
      page.append("\n### ").append(rule.id()).append("\n\n").append(rule.reason());
      page.append(effect(rule));
      page.append(
          OF_TWO_RELEASES.contains(rule)
              ? "\n"
              : "\n\n| edit | what the comparison says |\n|---|---|\n");
      edits.getOrDefault(rule, List.of()).forEach(page::append);
    }
    return page.toString();
  }

  private static String effect(Rule rule) {
    return switch (rule.effect()) {
      case WIRE -> " If it breaks, it breaks requests and responses.";
      case JAVA -> " It breaks Java programs when they compile against the new client only.";
      case WIRE_AND_JAVA -> " If it breaks, it breaks requests or responses, and Java programs.";
    };
  }

  private Map<String, List<String>> defects() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Map<String, Object> defect : Table.rows(SpecRules.class, "planted-defects.yaml")) {
      Map<String, List<Violation>> byRule = new TreeMap<>();
      for (Violation violation : SpecRules.violations(TextEdit.of(defect).applyTo(specs))) {
        byRule.computeIfAbsent(violation.rule(), rule -> new ArrayList<>()).add(violation);
      }
      byRule.forEach(
          (rule, violations) ->
              rows.computeIfAbsent(rule, key -> new ArrayList<>())
                  .add(row(defect.get("defect"), violations.get(0).text())));
    }
    return rows;
  }

  private Map<Rule, List<String>> edits() {
    Map<Rule, List<String>> rows = new EnumMap<>(Rule.class);
    SpecFiles released = SpecFiles.of(specs);
    for (Map<String, Object> edit : Table.rows(Change.class, "edits.yaml")) {
      SpecFiles current = SpecFiles.of(TextEdit.of(edit).applyTo(specs));
      Map<Rule, Change> byRule = new EnumMap<>(Rule.class);
      released.services().stream()
          .flatMap(
              service ->
                  ServiceComparison.changes(service, current.service(service.name()), TODAY)
                      .stream())
          .sorted(Comparator.comparing(Change::verdict, Comparator.comparing(Verdict::ordinal)))
          .forEach(change -> byRule.putIfAbsent(change.rule(), change));
      byRule.forEach(
          (rule, change) ->
              rows.computeIfAbsent(rule, key -> new ArrayList<>())
                  .add(row(edit.get("edit"), change.toString())));
    }
    return rows;
  }

  private static String row(Object edit, String says) {
    return "| %s | %s |\n".formatted(cell(String.valueOf(edit)), cell(says));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }
}

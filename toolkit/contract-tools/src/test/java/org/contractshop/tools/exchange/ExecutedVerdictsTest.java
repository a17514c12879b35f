package org.contractshop.tools.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contractshop.tools.DerivedEdits;
import org.contractshop.tools.Shop;
import org.contractshop.tools.Table;
import org.contractshop.tools.compare.Change;
import org.contractshop.tools.compare.Effect;
import org.contractshop.tools.compare.Rule;
import org.contractshop.tools.compare.ServiceComparison;
import org.contractshop.tools.compare.Verdict;
import org.contractshop.tools.evolve.TextEdit;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The verdicts are right, as an old caller and a new service that talk to each other show. Each
 * rule is sampled; the profile {@code verdicts} takes more samples, of the derived edits too, and
 * compiles old Java callers against new clients.
 */
final class ExecutedVerdictsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final int SAMPLES = Integer.getInteger("verdicts.samples", 1);

  /** Verdicts that err on the safe side, and what no single exchange can show. */
  private static final Map<Rule, String> CAUTIOUS =
      Map.of(
          Rule.PATTERN_CHANGED, "which of two patterns allows more cannot be computed",
          Rule.UNKNOWN_KEY_CHANGED, "what the comparison does not know counts as breaking",
          Rule.SERVER_REMOVED, "the address is configured outside of the spec",
          Rule.IDEMPOTENCE_REMOVED, "a lost response cannot be told from one exchange",
          Rule.SUNSET_EARLIER, "callers planned with a date");

  private record Trial(
      String edit, Service old, Service now, Map<String, String> texts, List<Change> changes) {}

  private final @Nullable JavaCallers java = java();
  private final Map<Rule, int[]> table = new EnumMap<>(Rule.class);
  private final List<String> disagreements = new ArrayList<>();
  private final Map<String, String> texts = Shop.texts();

  @Test
  void theVerdictsAgreeWithWhatHappens() throws Exception {
    SpecFiles released = SpecFiles.of(texts);
    try (PlayedService server = new PlayedService(released.services().get(0))) {
      for (Map.Entry<String, Map<String, String>> edit : edits().entrySet()) {
        SpecFiles current = SpecFiles.of(edit.getValue());
        for (Service old : released.services()) {
          Service now = current.service(old.name());
          Trial trial =
              new Trial(
                  edit.getKey(),
                  old,
                  now,
                  edit.getValue(),
                  ServiceComparison.changes(old, now, TODAY));
          if (isWanted(trial)) {
            play(server, trial);
          }
        }
      }
    }
    print();
    assertThat(String.join("\n", disagreements)).isEmpty();
  }

  private Map<String, Map<String, String>> edits() {
    Map<String, Map<String, String>> edits = new LinkedHashMap<>();
    for (Map<String, Object> row : Table.rows(Change.class, "edits.yaml")) {
      edits.put(String.valueOf(row.get("edit")), TextEdit.of(row).applyTo(texts));
    }
    if (SAMPLES > 1) {
      DerivedEdits.of(texts).forEach(edit -> edits.put(edit.words(), edit.texts()));
    }
    return edits;
  }

  /** Each rule a few times, and only what the house rules let pass. */
  private boolean isWanted(Trial trial) {
    boolean enough =
        trial.changes().stream()
            .map(Change::rule)
            .allMatch(rule -> table.containsKey(rule) && table.get(rule)[0] >= SAMPLES);
    return !enough
        && SpecRules.violations(trial.texts()).stream()
            .allMatch(violation -> Set.of("examples", "references").contains(violation.rule()));
  }

  private void play(PlayedService server, Trial trial) throws Exception {
    boolean agreed =
        agrees(
            trial, "on the wire", Effect.JAVA, WireTrial.breaks(server, trial.old(), trial.now()));
    if (java != null) {
      agreed &=
          agrees(
              trial, "in Java", Effect.WIRE, java.breaks(trial.old().name(), texts, trial.texts()));
    }
    for (Rule rule :
        trial.changes().stream().map(Change::rule).collect(Collectors.toCollection(TreeSet::new))) {
      int[] row = table.computeIfAbsent(rule, key -> new int[2]);
      row[0]++;
      row[1] += agreed ? 1 : 0;
    }
  }

  /**
   * @param others for whom a break is not meant here
   */
  private boolean agrees(Trial trial, String where, Effect others, Set<String> broken) {
    List<Change> breaking =
        trial.changes().stream()
            .filter(change -> change.verdict() == Verdict.BREAKING && change.effect() != others)
            .toList();
    boolean cautious = breaking.stream().anyMatch(it -> CAUTIOUS.containsKey(it.rule()));
    boolean agreed = breaking.isEmpty() == broken.isEmpty() || cautious;
    if (!agreed) {
      disagreements.add(
          "%s: the verdict is %s, but %s %s"
              .formatted(
                  trial.edit(),
                  trial.changes().stream().map(it -> it + " (" + it.effect() + ")").toList(),
                  where,
                  broken.isEmpty() ? "nothing breaks" : broken.iterator().next()));
    }
    return agreed;
  }

  private static @Nullable JavaCallers java() {
    try {
      return Boolean.getBoolean("verdicts.java")
          ? (JavaCallers)
              Class.forName("org.contractshop.tools.exchange.JavaTrial")
                  .getDeclaredConstructor()
                  .newInstance()
          : null;
    } catch (ReflectiveOperationException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private void print() {
    System.out.printf("%-28s %8s %8s%n", "rule", "sampled", "agreed");
    table.forEach(
        (rule, row) ->
            System.out.printf(
                "%-28s %8d %8d%s%n",
                rule.id(),
                row[0],
                row[1],
                CAUTIOUS.containsKey(rule) ? "  cautious: " + CAUTIOUS.get(rule) : ""));
  }
}

package org.contractshop.tools.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
  private static final String PRODUCTS = "product-service.yaml";
  private static final int SAMPLES = Integer.getInteger("verdicts.samples", 1);

  /** Verdicts that err on the safe side, and what no single exchange can show. */
  private static final Map<Rule, String> CAUTIOUS =
      Map.of(
          Rule.PATTERN_CHANGED, "which of two patterns allows more cannot be computed",
          Rule.UNKNOWN_KEY_CHANGED, "what the comparison does not know counts as breaking",
          Rule.SERVER_REMOVED, "the address is configured outside of the spec",
          Rule.IDEMPOTENCE_REMOVED, "a lost response cannot be told from one exchange",
          Rule.SUNSET_EARLIER, "callers planned with a date");

  /** The same for single edits, whose rules are exact otherwise. */
  private static final Map<String, String> CAUTIOUS_EDITS =
      Map.of(
          "a default in a response", "the field is required, so that nobody takes its default",
          "a default of a list", "the field is required, so that nobody takes its default",
          "undone: any text instead of an enum in a response",
              "the enum keeps to the lengths that are gone");

  /** A format of which nobody knows what it allows. */
  private static final String UNKNOWN_FORMAT = "from none to other";

  /** An edit of the specs, or the undoing of one. */
  private record Edit(String words, Map<String, String> old, Map<String, String> now) {
    Edit undone() {
      return new Edit("undone: " + words, now, old);
    }
  }

  private record Trial(Edit edit, Service old, Service now, List<Change> changes) {}

  private final @Nullable JavaCallers java = java();
  private final Map<Rule, int[]> table = new EnumMap<>(Rule.class);
  private final List<String> disagreements = new ArrayList<>();

  /** Edits with a breaking verdict though nothing broke. */
  private final Set<String> excused = new TreeSet<>();

  private final Map<String, String> texts = Shop.texts();

  @Test
  void theVerdictsAgreeWithWhatHappens() throws Exception {
    SpecFiles released = SpecFiles.of(texts);
    try (PlayedService server = new PlayedService(released.services().get(0))) {
      for (Edit edit : edits()) {
        SpecFiles current = SpecFiles.of(edit.now());
        for (Service old : SpecFiles.of(edit.old()).services()) {
          Service now = current.service(old.name());
          List<Change> changes = ServiceComparison.changes(old, now, TODAY);
          if (isWanted(changes)) {
            play(server, new Trial(edit, old, now, changes));
          }
        }
      }
    }
    print();
    assertThat(String.join("\n", disagreements)).isEmpty();
    assertThat(table.keySet()).containsExactly(Rule.values());
  }

  private List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (Map<String, Object> row : Table.rows(Change.class, "edits.yaml")) {
      edits.add(new Edit(row.get("edit").toString(), texts, TextEdit.of(row).applyTo(texts)));
    }
    edits.add(laterSunset(edits));
    edits.add(reorderedParameters());
    edits.addAll(edits.stream().map(Edit::undone).toList());
    if (SAMPLES > 1) {
      DerivedEdits.of(texts).stream()
          .filter(edit -> isReleasable(edit.texts()))
          .forEach(edit -> edits.add(new Edit(edit.words(), texts, edit.texts())));
    }
    return edits;
  }

  private static Edit laterSunset(List<Edit> edits) {
    Map<String, String> deprecated =
        edits.stream()
            .filter(edit -> edit.words().equals("a deprecated operation"))
            .findFirst()
            .orElseThrow()
            .now();
    Map<String, String> later = new HashMap<>(deprecated);
    later.replaceAll((file, text) -> text.replace("x-sunset: '2027", "x-sunset: '2028"));
    return new Edit("a later sunset", deprecated, later);
  }

  private Edit reorderedParameters() {
    Map<String, String> required = texts;
    for (String name : List.of("minPrice", "maxPrice")) {
      required =
          new TextEdit(PRODUCTS, "- name: " + name, "in: query", "in: query\nrequired: true", false)
              .applyTo(required);
    }
    Map<String, String> reordered = new HashMap<>(required);
    reordered.computeIfPresent(
        PRODUCTS,
        (file, text) ->
            text.replace("- name: minPrice", "- name: other")
                .replace("- name: maxPrice", "- name: minPrice")
                .replace("- name: other", "- name: maxPrice"));
    return new Edit("required parameters in another order", required, reordered);
  }

  /** What the house rules let pass, but for examples that no longer fit. */
  private static boolean isReleasable(Map<String, String> edited) {
    return SpecRules.violations(edited).stream()
        .allMatch(
            violation ->
                violation.rule().equals("examples") && !violation.text().contains("the default "));
  }

  /** Each rule a few times. */
  private boolean isWanted(List<Change> changes) {
    return changes.stream()
        .map(Change::rule)
        .anyMatch(rule -> !table.containsKey(rule) || table.get(rule)[0] < SAMPLES);
  }

  private void play(PlayedService server, Trial trial) throws Exception {
    boolean agreed;
    try {
      agreed = isConfirmed(server, trial);
    } catch (RuntimeException fault) {
      agreed = false;
      disagreements.add(trial.edit().words() + ": a fault of the trial: " + fault);
    }
    for (Rule rule :
        trial.changes().stream().map(Change::rule).collect(Collectors.toCollection(TreeSet::new))) {
      int[] row = table.computeIfAbsent(rule, key -> new int[2]);
      row[0]++;
      row[1] += agreed ? 1 : 0;
    }
  }

  private boolean isConfirmed(PlayedService server, Trial trial) throws Exception {
    boolean agreed =
        agrees(
            trial, "on the wire", Effect.JAVA, WireTrial.breaks(server, trial.old(), trial.now()));
    // No client is made of what the house rules refuse.
    if (java != null && isReleasable(trial.edit().old()) && isReleasable(trial.edit().now())) {
      agreed &=
          agrees(
              trial,
              "in Java",
              Effect.WIRE,
              java.breaks(trial.old().name(), trial.edit().old(), trial.edit().now()));
    }
    return agreed;
  }

  /**
   * @param others for whom a break is not meant here
   */
  private boolean agrees(Trial trial, String where, Effect others, Set<String> broken) {
    List<Change> breaking =
        trial.changes().stream()
            .filter(change -> change.verdict() == Verdict.BREAKING && change.effect() != others)
            .toList();
    boolean cautious =
        CAUTIOUS_EDITS.containsKey(trial.edit().words())
            || breaking.stream().allMatch(ExecutedVerdictsTest::isCautious);
    boolean agreed = breaking.isEmpty() == broken.isEmpty() || broken.isEmpty() && cautious;
    if (broken.isEmpty() && !breaking.isEmpty() && cautious) {
      excused.add(trial.edit().words() + ", " + where);
    }
    if (!agreed) {
      disagreements.add(
          "%s: the verdict is %s, but %s %s"
              .formatted(
                  trial.edit().words(),
                  trial.changes().stream().map(it -> it + " (" + it.effect() + ")").toList(),
                  where,
                  broken.isEmpty() ? "nothing breaks" : broken.iterator().next()));
    }
    return agreed;
  }

  private static boolean isCautious(Change change) {
    return CAUTIOUS.containsKey(change.rule())
        || change.rule() == Rule.FORMAT_CHANGED && change.toString().contains(UNKNOWN_FORMAT);
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
    excused.forEach(edit -> System.out.println("nothing breaks, which is excused: " + edit));
  }
}

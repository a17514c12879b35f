package org.contractshop.tools.evolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.compare.CompatibilityGate;
import org.contractshop.tools.evolve.Walkthrough.Block;
import org.contractshop.tools.lint.SpecRules;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;

/** The specs while a section of docs/evolving-an-api.md is played through. */
final class Evolution {
  static final String NOTHING = "(nothing)";

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  /** A rule may be newer than the last release, which stays as it is. */
  private final List<Violation> olderThanTheRule;

  private Map<String, String> released;
  private Map<String, String> current;

  /**
   * @param released the texts of the last release, by file name
   */
  Evolution(Map<String, String> released) {
    olderThanTheRule = SpecRules.violations(released);
    this.released = firstRelease(released);
    current = this.released;
  }

  /**
   * @param block edits
   */
  void apply(Block block) {
    current = block.isAnotherTry() ? released : current;
    block.edits().forEach(edit -> current = edit.applyTo(current));
    released = block.isRelease() ? current : released;
  }

  /** The specs as they are now, by file name. */
  Map<String, String> texts() {
    return current;
  }

  /** What the house rules and the gate say. */
  List<String> answers() {
    List<Violation> found =
        new ArrayList<>(
            CompatibilityGate.complaints(SpecFiles.of(released), SpecFiles.of(current), TODAY));
    SpecRules.violations(current).stream().filter(this::isNew).forEach(found::add);
    List<String> answers = found.stream().map(Violation::toString).toList();
    return answers.isEmpty() ? List.of(NOTHING) : answers;
  }

  private boolean isNew(Violation violation) {
    return olderThanTheRule.stream().noneMatch(old -> old.text().equals(violation.text()));
  }

  /** The document describes the step from 1.0.0, whatever the last release is. */
  private static Map<String, String> firstRelease(Map<String, String> released) {
    Map<String, String> texts = new TreeMap<>(released);
    texts.replaceAll((file, text) -> text.replaceFirst("(?m)^  version: .*", "  version: 1.0.0"));
    return texts;
  }
}

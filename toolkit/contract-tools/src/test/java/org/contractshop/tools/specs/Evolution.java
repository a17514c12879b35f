package org.contractshop.tools.specs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contractshop.tools.specs.Walkthrough.Block;

/** The specs while somebody walks through a section of docs/evolving-an-api.md. */
final class Evolution {
  static final String NOTHING = "(nothing)";

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  /** A rule may be newer than the last release, which nobody can mend any more. */
  private static final List<Violation> OLDER_THAN_THE_RULE =
      SpecRules.violations(Specs.releasedTexts());

  private Map<String, String> released = firstRelease();
  private Map<String, String> current = released;

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
    List<String> answers =
        Stream.concat(
                SpecRules.violations(current).stream()
                    .filter(Evolution::isNew)
                    .map(Violation::toString),
                CompatibilityGate.complaints(Specs.of(released), Specs.of(current), TODAY).stream())
            .toList();
    return answers.isEmpty() ? List.of(NOTHING) : answers;
  }

  private static boolean isNew(Violation violation) {
    return OLDER_THAN_THE_RULE.stream().noneMatch(old -> old.text().equals(violation.text()));
  }

  /** The document speaks of the step from 1.0.0, whatever the last release is. */
  private static Map<String, String> firstRelease() {
    Map<String, String> texts = new TreeMap<>(Specs.releasedTexts());
    texts.replaceAll((file, text) -> text.replaceFirst("(?m)^  version: .*", "  version: 1.0.0"));
    return texts;
  }
}

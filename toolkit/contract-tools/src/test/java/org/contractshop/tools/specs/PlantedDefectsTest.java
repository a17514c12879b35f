package org.contractshop.tools.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every house rule bites: each row of planted-defects.yaml breaks one of them in a copy of the
 * specs, and says what the rule answers.
 *
 * <p>The copy is of the released specs: they change with a release only, so that nobody who edits
 * today's specs has to mend this table.
 */
final class PlantedDefectsTest {
  private static final Pattern LINE_OF_EDIT = Pattern.compile("\\$edit([+-][0-9]+)?");

  private static final Map<String, String> SPECS = Specs.releasedTexts();

  /** A rule may be newer than the last release, which nobody can mend any more. */
  private static final List<Violation> OLDER_THAN_THE_RULE = SpecRules.violations(SPECS);

  static Stream<Named<Map<String, Object>>> defects() {
    return Table.rows("planted-defects.yaml").stream()
        .map(row -> Named.of(String.valueOf(row.get("defect")), row));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aPlantedDefectGetsExactlyItsMessages(Map<String, Object> row) {
    TextEdit edit = TextEdit.of(row);

    assertThat(SpecRules.violations(edit.applyTo(SPECS)))
        .filteredOn(PlantedDefectsTest::isPlanted)
        .extracting(Violation::toString)
        .containsExactlyElementsOf(expected(row, edit.line(SPECS)));
  }

  private static boolean isPlanted(Violation violation) {
    return OLDER_THAN_THE_RULE.stream()
        .noneMatch(
            old -> old.file().equals(violation.file()) && old.text().equals(violation.text()));
  }

  private static List<String> expected(Map<String, Object> row, int line) {
    return ((List<?>) row.get("says"))
        .stream()
            .map(
                message ->
                    LINE_OF_EDIT
                        .matcher(String.valueOf(message))
                        .replaceAll(found -> String.valueOf(line + offset(found))))
            .toList();
  }

  private static int offset(MatchResult found) {
    return found.group(1) == null ? 0 : Integer.parseInt(found.group(1));
  }
}

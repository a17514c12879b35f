package org.contractshop.tools.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractshop.tools.Shop;
import org.contractshop.tools.Table;
import org.contractshop.tools.evolve.TextEdit;
import org.contractshop.tools.spec.Violation;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every house rule bites: each row of planted-defects.yaml breaks one of them in a copy of the
 * specs, and says what the rule answers.
 */
final class PlantedDefectsTest {
  private static final Pattern LINE_OF_EDIT = Pattern.compile("\\$edit([+-][0-9]+)?");

  private static final Map<String, String> SPECS = Shop.texts();

  @Test
  void theCopyIsCleanBefore() {
    assertThat(SpecRules.violations(SPECS)).isEmpty();
  }

  static Stream<Named<Map<String, Object>>> defects() {
    return Table.rows(PlantedDefectsTest.class, "planted-defects.yaml").stream()
        .map(row -> Named.of(String.valueOf(row.get("defect")), row));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aPlantedDefectGetsExactlyItsMessages(Map<String, Object> row) {
    TextEdit edit = TextEdit.of(row);

    assertThat(SpecRules.violations(edit.applyTo(SPECS)))
        .extracting(Violation::toString)
        .containsExactlyElementsOf(expected(row, edit.line(SPECS)));
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

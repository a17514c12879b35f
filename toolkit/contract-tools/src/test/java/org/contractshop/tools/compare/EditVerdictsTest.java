package org.contractshop.tools.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractshop.tools.Shop;
import org.contractshop.tools.Table;
import org.contractshop.tools.evolve.TextEdit;
import org.contractshop.tools.spec.SpecFiles;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The comparison is right: each row of edits.yaml is one edit of the released specs, with its true
 * verdict and the changes that callers see.
 */
final class EditVerdictsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private final Map<String, String> texts = Shop.texts();

  static Stream<Named<Map<String, Object>>> edits() {
    return Table.rows(EditVerdictsTest.class, "edits.yaml").stream()
        .map(row -> Named.of(row.get("verdict") + ": " + row.get("edit"), row));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditGetsItsTrueVerdict(Map<String, Object> row) {
    List<Change> changes = changes(TextEdit.of(row).applyTo(texts));

    Verdict verdict =
        changes.stream().map(Change::verdict).max(Comparator.naturalOrder()).orElse(Verdict.NONE);
    assertThat(verdict).hasToString(String.valueOf(row.get("verdict")));
    assertThat(changes.stream().map(Change::toString).distinct().toList())
        .isEqualTo(row.getOrDefault("changes", List.of()));
  }

  private List<Change> changes(Map<String, String> edited) {
    SpecFiles released = SpecFiles.of(texts);
    SpecFiles current = SpecFiles.of(edited);
    return released.services().stream()
        .flatMap(
            service ->
                ServiceComparison.changes(service, current.service(service.name()), TODAY).stream())
        .toList();
  }
}

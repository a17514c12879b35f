package org.contractshop.tools.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;
import org.junit.jupiter.api.Test;

final class SpecRulesTest {
  private static final Path SPECS = Path.of(System.getProperty("basedir", "."), "../../api-specs");

  @Test
  void todaysSpecsKeepToTheHouseRules() {
    List<Violation> violations = SpecRules.violations(SpecFiles.texts(SPECS));

    assertThat(violations).overridingErrorMessage(() -> inLines(violations)).isEmpty();
  }

  private static String inLines(List<Violation> violations) {
    return violations.stream()
        .map(violation -> "\napi-specs/" + violation)
        .collect(Collectors.joining("", violations.size() + " violations of the house rules:", ""));
  }
}

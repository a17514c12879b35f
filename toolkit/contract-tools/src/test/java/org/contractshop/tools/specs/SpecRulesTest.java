package org.contractshop.tools.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SpecRulesTest {
  @Test
  void todaysSpecsKeepToTheHouseRules() {
    List<Violation> violations = SpecRules.violations(Specs.currentTexts());

    assertThat(violations).overridingErrorMessage(() -> inLines(violations)).isEmpty();
  }

  private static String inLines(List<Violation> violations) {
    return violations.stream()
        .map(violation -> "\napi-specs/" + violation)
        .collect(Collectors.joining("", violations.size() + " violations of the house rules:", ""));
  }
}

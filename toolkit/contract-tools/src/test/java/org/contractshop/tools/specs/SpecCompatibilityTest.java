package org.contractshop.tools.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpecCompatibilityTest {
  @Test
  void todaysSpecsChangeTheReleasedOnesAsTheirVersionsSay() {
    List<String> complaints =
        CompatibilityGate.complaints(
            Specs.of(Specs.releasedTexts()),
            Specs.of(Specs.currentTexts()),
            LocalDate.now(ZoneOffset.UTC));

    assertThat(complaints)
        .overridingErrorMessage(() -> "\n" + String.join("\n", complaints))
        .isEmpty();
  }
}

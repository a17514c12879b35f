package org.contractshop.tools.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;
import org.junit.jupiter.api.Test;

final class SpecCompatibilityTest {
  private static final Path SPECS = Path.of(System.getProperty("basedir", "."), "../../api-specs");

  @Test
  void todaysSpecsChangeTheReleasedOnesAsTheirVersionsSay() {
    List<Violation> complaints =
        CompatibilityGate.complaints(
            SpecFiles.of(SpecFiles.texts(SPECS.resolve("released"))),
            SpecFiles.of(SpecFiles.texts(SPECS)),
            LocalDate.now(ZoneOffset.UTC));

    assertThat(complaints).overridingErrorMessage(() -> "\n" + complaints).isEmpty();
  }
}

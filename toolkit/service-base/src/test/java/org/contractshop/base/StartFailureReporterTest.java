package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

@ExtendWith(OutputCaptureExtension.class)
class StartFailureReporterTest {
  private final StartFailureReporter reporter = new StartFailureReporter(null);

  @Test
  void saysWhatIsMissing(CapturedOutput output) {
    assertThat(reporter.reportException(new ConfigurationException("JWT_SECRET is missing")))
        .isTrue();

    assertThat(output.getErr()).isEqualTo("Cannot start: JWT_SECRET is missing\n");
  }

  @Test
  void findsTheReasonBelowWhatTheFrameworkMakesOfIt(CapturedOutput output) {
    Throwable failure =
        new IllegalStateException(
            "Error creating bean", new RuntimeException(new ConfigurationException("PORT is bad")));

    assertThat(reporter.reportException(failure)).isTrue();

    assertThat(output.getErr()).isEqualTo("Cannot start: PORT is bad\n");
  }

  @Test
  void saysWhichPortIsTaken(CapturedOutput output) {
    assertThat(reporter.reportException(new PortInUseException(3001))).isTrue();

    assertThat(output.getErr())
        .isEqualTo("Cannot start: port 3001 is taken; set PORT to another one\n");
  }

  @Test
  void saysInOneLineWhatTheDatabaseSays(CapturedOutput output) {
    SQLException refusal =
        new SQLException("FATAL: database \"shop\" does not exist\n  Position: 1\n", "3D000");

    assertThat(reporter.reportException(new IllegalStateException(refusal))).isTrue();

    assertThat(output.getErr())
        .isEqualTo("Cannot start: the database refuses: FATAL: database \"shop\" does not exist\n");
  }

  @Test
  void leavesBugsToSpring(CapturedOutput output) {
    assertThat(reporter.reportException(new IllegalStateException("a bug"))).isFalse();

    assertThat(output.getAll()).isEmpty();
  }
}

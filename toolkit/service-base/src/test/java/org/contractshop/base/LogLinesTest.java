package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The lines that each service writes, as {@code service-defaults.yaml} says. */
class LogLinesTest {
  private static final String FORGED = "2026-11-26T12:00:00.000Z ERROR 1 --- forged";

  private final PatternLayout layout = new PatternLayout();

  @BeforeEach
  void readThePattern() throws IOException {
    layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    layout.setPattern(
        (String)
            new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("service-defaults.yaml"))
                .get(0)
                .getProperty("logging.pattern.console"));
    layout.start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u001b"})
  void aValueWithALineBreakMakesNoSecondLine(String lineBreak) {
    String written = written("sent: a" + lineBreak + FORGED, null);

    assertThat(written).endsWith(" : sent: a_" + FORGED + System.lineSeparator());
    assertThat(written.lines()).hasSize(1);
  }

  @Test
  void anExceptionHasTheLinesOfItsStackTraceOnly() {
    Throwable cause = new IOException("c\r" + FORGED);
    cause.addSuppressed(new IllegalStateException("s\n" + FORGED));

    String written = written("failed", new IllegalStateException("e\r\n" + FORGED, cause));

    assertThat(written.lines().skip(1))
        .hasSizeGreaterThan(5)
        .startsWith("java.lang.IllegalStateException: e_" + FORGED)
        .anyMatch(line -> line.equals("Caused by: java.io.IOException: c_" + FORGED))
        .anyMatch(
            line -> line.equals("\tSuppressed: java.lang.IllegalStateException: s_" + FORGED));
    assertThat(written.lines().skip(2))
        .allMatch(line -> line.startsWith("\t") || line.startsWith("Caused by: "));
    assertThat(written).endsWith(System.lineSeparator());
  }

  private String written(String message, @Nullable Throwable failure) {
    Logger logger = ((LoggerContext) layout.getContext()).getLogger("org.contractshop.base.Things");
    return layout.doLayout(new LoggingEvent("", logger, Level.WARN, message, failure, null));
  }
}

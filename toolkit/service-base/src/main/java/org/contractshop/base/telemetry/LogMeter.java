package org.contractshop.base.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Counts log lines by level. Micrometer's own meter is also called for every line that is not
 * written, and there are dozens of these per request.
 */
final class LogMeter extends AppenderBase<ILoggingEvent> implements DisposableBean {
  private final Map<Level, Counter> counters;

  LogMeter(MeterRegistry registry) {
    counters =
        Stream.of(Level.ERROR, Level.WARN, Level.INFO)
            .collect(
                Collectors.toMap(
                    level -> level,
                    level ->
                        Counter.builder("log.events")
                            .tag("level", level.toString().toLowerCase(Locale.ROOT))
                            .register(registry)));
    start();
    root().addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent line) {
    Counter counter = counters.get(line.getLevel());
    if (counter != null) {
      counter.increment();
    }
  }

  @Override
  public void destroy() {
    root().detachAppender(this);
  }

  private static Logger root() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
  }
}

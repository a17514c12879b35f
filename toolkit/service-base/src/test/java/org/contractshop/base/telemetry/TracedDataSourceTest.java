package org.contractshop.base.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.contractshop.base.FakeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

final class TracedDataSourceTest {
  private static final String QUERY = "SELECT 1";
  private static final Span SPAN =
      Span.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", null);

  private final List<Object> prepared = new ArrayList<>();
  private final WebApplicationContextRunner service =
      new WebApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TelemetryConfiguration.class))
          .withPropertyValues("spring.application.name=product-service")
          .withBean(SimpleMeterRegistry.class)
          .withBean(DataSource.class, this::database);

  @Test
  void theStatementsOfARequestTellTheDatabaseItsTraceIfThatIsWanted() {
    service
        .withPropertyValues("shop.telemetry.sql-comments=true")
        .run(
            context -> {
              DataSource database = context.getBean(DataSource.class);
              SPAN.during(() -> prepare(database));
              prepare(database);

              assertThat(prepared)
                  .containsExactly(
                      QUERY
                          + " /*traceparent='00-4bf92f3577b34da6a3ce929d0e0e4736-"
                          + SPAN.spanId()
                          + "-01'*/",
                      QUERY);
            });
  }

  @Test
  void otherwiseTheyAreAsTheyAre() {
    service.run(
        context -> {
          SPAN.during(() -> prepare(context.getBean(DataSource.class)));

          assertThat(prepared).containsExactly(QUERY);
        });
  }

  private static void prepare(DataSource database) {
    try (Connection connection = database.getConnection()) {
      connection.prepareStatement(QUERY);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object remember(Object[] arguments) {
    if (arguments != null) {
      prepared.add(arguments[0]);
    }
    return null;
  }

  private DataSource database() {
    return new FakeDatabase((proxy, method, arguments) -> remember(arguments));
  }
}

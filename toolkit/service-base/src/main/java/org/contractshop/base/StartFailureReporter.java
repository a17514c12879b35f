package org.contractshop.base;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why a service cannot start, if the operator can fix it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

  // SpringBootExceptionReporter requires this parameter.
  StartFailureReporter(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String reason = reason(cause);
      if (reason != null) {
        System.err.println("Cannot start: " + reason);
        return true;
      }
    }
    return false;
  }

  private static @Nullable String reason(Throwable cause) {
    if (cause instanceof ConfigurationException) {
      return cause.getMessage();
    }
    if (cause instanceof PortInUseException taken) {
      return "port " + taken.getPort() + " is taken; set PORT to another one";
    }
    if (cause instanceof SQLException) {
      return "the database refuses: "
          + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
    return null;
  }
}

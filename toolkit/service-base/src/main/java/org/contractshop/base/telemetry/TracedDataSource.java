package org.contractshop.base.telemetry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Passes the trace on to PostgreSQL, as a comment at the end of each statement, in the format of
 * sqlcommenter, so that the log and {@code pg_stat_activity} show it. Every statement is then a new
 * one that PostgreSQL has to plan.
 */
final class TracedDataSource extends DelegatingDataSource {
  TracedDataSource(DataSource traced) {
    super(traced);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    InvocationHandler calls =
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("prepare") && arguments != null) {
            arguments[0] = traced((String) arguments[0]);
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException exception) {
            throw exception.getCause();
          }
        };
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Connection.class}, calls);
  }

  private static String traced(String sql) {
    String trace = Span.currentTraceparent();
    return trace == null ? sql : sql + " /*traceparent='" + trace + "'*/";
  }
}

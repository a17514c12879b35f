package org.contractshop.tools.junit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** Ends all connections to the database of a test context, and lets nobody in until closed. */
public final class ShutDatabase implements AutoCloseable {
  private final DataSource pool;
  private final String database;
  private final Connection administrator;

  public ShutDatabase(DataSource pool) throws SQLException {
    this.pool = pool;
    try (Connection connection = pool.getConnection()) {
      database = connection.getCatalog();
      String url =
          connection.getMetaData().getURL().replaceFirst("/" + database + "\\b", "/postgres");
      administrator = DriverManager.getConnection(url, "postgres", "postgres");
    }
    run("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
    run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + database
            + "'");
  }

  @Override
  public void close() throws SQLException {
    run("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    administrator.close();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(
            () -> {
              try (Connection connection = pool.getConnection()) {
                return connection.isValid(1);
              }
            });
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    }
  }
}

package org.contractshop.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database for each service in one PostgreSQL, each with an owner who cannot access the others.
 */
final class Databases {
  private final String host;
  private final int port;
  private final Secrets secrets;

  Databases(String host, int port, Secrets secrets) {
    this.host = host;
    this.port = port;
    this.secrets = secrets;
  }

  /** The DATABASE_URL for a service. */
  String url(Service service) {
    String name = service.database();
    String password = secrets.get(service.databasePassword());
    return "postgres://%s:%s@%s:%d/%s".formatted(name, password, host, port, name);
  }

  /** A connection to a service's database, in the service's own role. */
  Connection connect(Service service) throws SQLException {
    String name = service.database();
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(host, port, name),
        name,
        secrets.get(service.databasePassword()));
  }

  /**
   * Creates what is missing.
   *
   * @param administrator may create roles and databases
   */
  void create(Connection administrator) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      for (Service service : Service.values()) {
        String name = service.database();
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
          statement.execute("CREATE ROLE " + name + " LOGIN");
        }
        String password = secrets.get(service.databasePassword());
        statement.execute("ALTER ROLE " + name + " PASSWORD '" + password + "'");
        if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
          statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        }
        statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}

package org.contractshop.launcher;

import java.util.Locale;

/** The services of the shop; this is the only list of them. */
public enum Service {
  USER(3001, "users"),
  PRODUCT(3002, "products"),
  ORDER(3003, "orders");

  private final int defaultPort;
  private final String database;

  Service(int defaultPort, String database) {
    this.defaultPort = defaultPort;
    this.database = database;
  }

  public int defaultPort() {
    return defaultPort;
  }

  /** The environment variable that sets the port of this service. */
  public String portVariable() {
    return name() + "_PORT";
  }

  /** The port for its health and metrics. The service itself has the same default. */
  public int defaultManagementPort() {
    return defaultPort + 6000;
  }

  public String managementPortVariable() {
    return name() + "_MANAGEMENT_PORT";
  }

  /** The environment variable that tells other services the address of this one. */
  public String urlVariable() {
    return name() + "_SERVICE_URL";
  }

  /** The name of its database, and of the role that owns it. */
  public String database() {
    return database;
  }

  /** The name of the secret that is the password of {@link #database()}. */
  String databasePassword() {
    return database.toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD";
  }

  /** The name of its module, and of the service to its callers. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT) + "-service";
  }
}

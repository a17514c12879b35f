package org.contractshop.launcher;

import java.util.Locale;

/** The three services, and what tells them apart. */
enum Service {
  USER("user-service", 3001, "USER_PORT", "users"),
  PRODUCT("product-service", 3002, "PRODUCT_PORT", "products"),
  ORDER("order-service", 3003, "ORDER_PORT", "orders");

  private final String serviceName;
  private final int defaultPort;
  private final String portVariable;
  private final String database;

  Service(String serviceName, int defaultPort, String portVariable, String database) {
    this.serviceName = serviceName;
    this.defaultPort = defaultPort;
    this.portVariable = portVariable;
    this.database = database;
  }

  int defaultPort() {
    return defaultPort;
  }

  /** The environment variable that moves this service to another port. */
  String portVariable() {
    return portVariable;
  }

  /** The name of its database, and of the role that owns it. */
  String database() {
    return database;
  }

  /** The name of the secret that is the password of {@link #database()}. */
  String databasePassword() {
    return database.toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD";
  }

  @Override
  public String toString() {
    return serviceName;
  }
}

package org.contractshop.launcher;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The PostgreSQL of a run. */
interface DatabaseServer {
  /** Returns once it is running and has a database for each service. */
  void start();

  /** Whether it only has to start, and need not be created first. */
  boolean isInitialised();

  Databases databases();

  /** The DATABASE_URL for a service. */
  default String url(Service service) {
    return databases().url(service);
  }

  /** A connection to a service's database, in the service's own role. */
  default Connection connect(Service service) throws SQLException {
    return databases().connect(service);
  }

  void stop() throws IOException;

  /** A description for people. */
  String description();
}

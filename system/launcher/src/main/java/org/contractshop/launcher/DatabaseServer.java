package org.contractshop.launcher;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The PostgreSQL of a run. */
interface DatabaseServer {
  /** Returns when it is there, with a database for each service. */
  void start();

  /** Whether it only has to start, and needs no time to be made. */
  boolean isInitialised();

  Databases databases();

  /** What a service gets as its DATABASE_URL. */
  default String url(Service service) {
    return databases().url(service);
  }

  /** A connection to a service's database, in the service's own role. */
  default Connection connect(Service service) throws SQLException {
    return databases().connect(service);
  }

  void stop() throws IOException;

  /** For people. */
  String description();
}

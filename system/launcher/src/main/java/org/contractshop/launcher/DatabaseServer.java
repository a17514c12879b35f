package org.contractshop.launcher;

import java.io.IOException;

/** The PostgreSQL of a run. */
interface DatabaseServer {
  /** Returns when it is there, with a database for each service. */
  void start();

  /** Whether it only has to start, and needs no time to be made. */
  boolean isInitialised();

  /** What a service gets as its DATABASE_URL. */
  String url(Service service);

  void stop() throws IOException;

  /** For people. */
  String description();
}

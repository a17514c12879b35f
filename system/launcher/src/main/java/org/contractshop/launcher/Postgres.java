package org.contractshop.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One PostgreSQL with a database for each service, as durable as one in production. */
public final class Postgres {
  /** Long enough to replay the log after a crash under load. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final PostgresDirectory directory;
  private final int port;
  private final Secrets secrets;
  private final LogFile log;
  private final Consumer<String> onDeath;
  private EmbeddedPostgres server;
  private ProcessHandle postmaster;
  private boolean wanted;

  Postgres(
      PostgresDirectory directory,
      int port,
      Secrets secrets,
      LogFile log,
      Consumer<String> onDeath) {
    this.directory = directory;
    this.port = port;
    this.secrets = secrets;
    this.log = log;
    this.onDeath = onDeath;
  }

  /** Starts it, also after {@link #kill()}, and creates what is missing in it. */
  public synchronized void start() {
    try {
      stopLeftover();
      directory.prepare(secrets.get(Secrets.POSTGRES_PASSWORD));
      server = startServer();
      createDatabases();
      directory.finish();
      postmaster = directory.postmaster().orElseThrow();
      wanted = true;
      ProcessHandle started = postmaster;
      started.onExit().thenRun(() -> ended(started));
    } catch (IOException | SQLException | RuntimeException e) {
      throw new StartFailure(
          "PostgreSQL does not start: %s. %s".formatted(e.getMessage(), log.lastLines()), e);
    }
  }

  public synchronized long pid() {
    return postmaster.pid();
  }

  public int port() {
    return port;
  }

  LogFile log() {
    return log;
  }

  /** What a service gets as its DATABASE_URL. */
  public String url(Service service) {
    String name = service.database();
    String password = secrets.get(service.databasePassword());
    return "postgres://%s:%s@localhost:%d/%s".formatted(name, password, port, name);
  }

  /** A connection to a service's database, in the service's own role. */
  public synchronized Connection connect(Service service) throws SQLException {
    String name = service.database();
    Map<String, String> password = Map.of("password", secrets.get(service.databasePassword()));
    return server.getDatabase(name, name, password).getConnection();
  }

  /** Stops it in order, without waiting for its clients. */
  synchronized void stop() throws IOException {
    wanted = false;
    stopLeftover();
  }

  /** As if the power had failed: kill -9 for all of its processes. */
  public synchronized void kill() {
    wanted = false;
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    Waiting.until(STOP_LIMIT, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Stops the server of this directory, be it ours or that of a run that was killed. */
  private void stopLeftover() throws IOException {
    if (server != null) {
      // Waits for some seconds only; a server that is busy writing takes longer.
      server.close();
      server = null;
    }
    Optional<ProcessHandle> running = directory.postmaster();
    if (running.isEmpty()) {
      return;
    }
    long pid = running.get().pid();
    new ProcessBuilder("sh", "-c", "kill -INT " + pid).inheritIO().start();
    if (!Waiting.until(STOP_LIMIT, () -> directory.postmaster().isEmpty())) {
      throw new StartFailure(
          "PostgreSQL (process %d) does not stop. Stop it with: kill -QUIT %d".formatted(pid, pid));
    }
  }

  private EmbeddedPostgres startServer() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(directory.path())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_LIMIT)
            .setOutputRedirector(log.redirect())
            .setErrorRedirector(log.redirect())
            .setConnectConfig("password", secrets.get(Secrets.POSTGRES_PASSWORD))
            // The library's defaults are for tests, and lose data.
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "100")
            // TCP only: the usual folder for sockets may belong to somebody else.
            .setServerConfig("unix_socket_directories", "''");
    directory.initialisationOptions().forEach(builder::setLocaleConfig);
    return builder.start();
  }

  private void createDatabases() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
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

  private synchronized void ended(ProcessHandle process) {
    // It is not our child but its own session's leader, so that its exit code is not known.
    if (wanted && process.equals(postmaster)) {
      wanted = false;
      onDeath.accept("PostgreSQL (process %d) ended. %s".formatted(process.pid(), log.lastLines()));
    }
  }
}

package org.contractshop.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One PostgreSQL with a database for each service, as durable as one in production. */
public final class Postgres implements DatabaseServer {
  /** Long enough to replay the log after a crash under load. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final PostgresDirectory directory;
  private final int port;
  private final Secrets secrets;
  private final Path programs;
  private final Databases databases;
  private final LogFile log;
  private final Consumer<String> onDeath;
  private EmbeddedPostgres server;
  private ProcessHandle postmaster;
  private boolean wanted;

  /**
   * @param programs where the programs of PostgreSQL are unpacked
   */
  Postgres(
      PostgresDirectory directory,
      int port,
      Secrets secrets,
      Path programs,
      LogFile log,
      Consumer<String> onDeath) {
    this.directory = directory;
    this.port = port;
    this.secrets = secrets;
    this.programs = programs;
    this.databases = new Databases("localhost", port, secrets);
    this.log = log;
    this.onDeath = onDeath;
  }

  /** Starts it, even after {@link #kill()}, and creates what is missing. */
  @Override
  public synchronized void start() {
    try {
      stopLeftover();
      directory.prepare(secrets.get(Secrets.POSTGRES_PASSWORD));
      server = startServer();
      try (Connection administrator = server.getPostgresDatabase().getConnection()) {
        databases.create(administrator);
      }
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

  @Override
  public boolean isInitialised() {
    return directory.isInitialised();
  }

  @Override
  public Databases databases() {
    return databases;
  }

  @Override
  public String description() {
    return "port " + port;
  }

  /** Stops it cleanly, without waiting for its clients. */
  @Override
  public synchronized void stop() throws IOException {
    wanted = false;
    stopLeftover();
  }

  /** Like a power failure: kill -9 for all of its processes. */
  public synchronized void kill() {
    wanted = false;
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    Waiting.until(STOP_LIMIT, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Stops the server of this directory, whether ours or that of a killed run. */
  private void stopLeftover() throws IOException {
    if (server != null) {
      // Waits only for some seconds; a server that is busy writing takes longer.
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
            .setOverrideWorkingDirectory(programs.toFile())
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

  private synchronized void ended(ProcessHandle process) {
    // It is not our child but leads its own session, so its exit code is unknown.
    if (wanted && process.equals(postmaster)) {
      wanted = false;
      onDeath.accept("PostgreSQL (process %d) ended. %s".formatted(process.pid(), log.lastLines()));
    }
  }
}

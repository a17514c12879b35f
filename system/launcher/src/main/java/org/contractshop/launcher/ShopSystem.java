package org.contractshop.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The running shop: one PostgreSQL, the three services, and a page about them. It can be closed at
 * any time, even from another thread during the start, and then leaves nothing running.
 */
public final class ShopSystem implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  /** Archiving the classes keeps the processors busy for a while. */
  private static final Duration TRAINING_STOP_LIMIT = Duration.ofMinutes(3);

  private final Settings settings;
  private final Consumer<String> progress;
  private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
  private final List<ServiceProcess> instances = new ArrayList<>();
  private final CompletableFuture<String> death = new CompletableFuture<>();
  private final boolean training;
  private final LogRotation rotation = new LogRotation();
  private RunLock lock;
  private ServiceCommands commands;
  private Watchdog watchdog;
  private Secrets secrets;
  private DatabaseServer database;
  private Overview overview;
  private Faults faults;
  private boolean closed;

  public ShopSystem(Settings settings, Consumer<String> progress) {
    this(settings, progress, false);
  }

  private ShopSystem(Settings settings, Consumer<String> progress, boolean training) {
    this.settings = settings;
    this.progress = progress;
    this.training = training;
  }

  /** A shop whose processes archive their loaded classes when they end. */
  static ShopSystem inTraining(Settings settings) {
    return new ShopSystem(settings, line -> {}, true);
  }

  /** Returns when all services are ready. If it fails, {@link #close()} stops what was started. */
  public void start() {
    try {
      long start = System.nanoTime();
      unlessClosed(this::prepare);
      ReadinessWait readiness = new ReadinessWait(progress);
      if (database.isInitialised()) {
        // The database will be ready before they need it.
        startServices();
        startPostgres(start);
      } else {
        startPostgres(start);
        startServices();
      }
      readiness.await(services.values(), death);
      unlessClosed(
          () -> overview = new Overview(settings, new Live(services::get, database), faults));
    } catch (IOException e) {
      throw new StartFailure("The shop cannot start: " + e, e);
    }
  }

  private void startPostgres(long start) throws IOException {
    progress.accept("Starting PostgreSQL");
    unlessClosed(database::start);
    progress.accept("  PostgreSQL ... ready (%s)".formatted(Waiting.since(start)));
  }

  private void startServices() throws IOException {
    progress.accept("Starting the services");
    for (Service service : Service.values()) {
      int port = settings.ports().get(service);
      services.put(service, startInstance(service, service.toString(), port, Map.of()));
    }
  }

  /**
   * Starts one more instance of a service, on the same database. Does not wait until it is ready.
   *
   * @param name distinguishes it from the others, and names its log
   * @param variables that override those of all instances of the service
   */
  public ServiceProcess startInstance(
      Service service, String name, int port, Map<String, String> variables) throws IOException {
    boolean first = !services.containsKey(service);
    int managementPort = first ? settings.managementPorts().get(service) : Ports.free(1).get(0);
    Map<String, String> environment =
        new HashMap<>(
            new ServiceEnvironment(settings, secrets, database).of(service, port, managementPort));
    environment.putAll(variables);
    if (faults != null) {
      environment = faults.through(environment);
    }
    ProcessBuilder command = commands.command(service, environment);
    LogFile log = rotation.add(LogFile.create(logs(), name));
    ServiceProcess instance =
        new ServiceProcess(name, port, managementPort, command, log, watchdog, death::complete);
    unlessClosed(
        () -> {
          instance.start();
          instances.add(instance);
        });
    return instance;
  }

  /** Instances that start from now on come from another checkout of the project. */
  public void startFrom(Path repository) throws IOException {
    commands = ServiceCommands.prepare(settings.from(repository), training);
  }

  /** Completes with a paragraph for people when a process ends unexpectedly. */
  CompletableFuture<String> death() {
    return death;
  }

  public Settings settings() {
    return settings;
  }

  public ServiceProcess service(Service service) {
    return services.get(service);
  }

  public URI url(Service service) {
    return URI.create(settings.url(service));
  }

  /** The URL of the page about all services. */
  public URI overviewUrl() {
    return URI.create(settings.overviewUrl());
  }

  /** The PostgreSQL that is started here. */
  public Postgres postgres() {
    return (Postgres) database;
  }

  /** A description for people. */
  String database() {
    return database.description();
  }

  public Secrets secrets() {
    return secrets;
  }

  public Path logs() {
    return settings.data().resolve("logs");
  }

  Path secretsFile() {
    return settings.data().resolve("secrets.properties");
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (RunLock released = lock;
        LogRotation stopped = rotation) {
      if (overview != null) {
        overview.close();
      }
      if (faults != null) {
        faults.close();
      }
      if (!instances.isEmpty()) {
        progress.accept("Stopping the services");
        Duration limit = training ? TRAINING_STOP_LIMIT : STOP_LIMIT;
        instances.forEach(ServiceProcess::requestStop);
        instances.forEach(instance -> instance.awaitStop(limit));
      }
      if (database != null) {
        progress.accept("Stopping PostgreSQL");
        database.stop();
      }
      if (watchdog != null) {
        watchdog.close();
      }
    } catch (IOException e) {
      progress.accept("Not everything could be stopped: " + e);
    }
  }

  private void prepare() throws IOException {
    Path data = settings.data();
    Files.createDirectories(logs());
    OwnFolder.create(data.resolve("tmp"));
    lock = RunLock.acquire(data, progress);
    settings.checkPorts();
    commands = ServiceCommands.prepare(settings, training);
    PostgresDirectory directory = new PostgresDirectory(data);
    watchdog = Watchdog.start(directory.postmasterFile(), data);
    lock.write(watchdog);
    secrets = Secrets.load(secretsFile(), settings.environment());
    database =
        settings
            .databaseUrl()
            .<DatabaseServer>map(url -> new ExternalPostgres(url, secrets))
            .orElse(null);
    if (database == null) {
      LogFile log = rotation.add(LogFile.create(logs(), "postgres"));
      Path programs = OwnFolder.forPrograms(System.getenv(), data);
      int port = Ports.free(1).get(0);
      database = new Postgres(directory, port, secrets, programs, log, death::complete);
      if (Faults.areWanted(settings)) {
        faults = new Faults(settings, database, port, services::get);
      }
    }
  }

  private synchronized void unlessClosed(Step step) throws IOException {
    if (closed) {
      throw new StartFailure("The shop was stopped while it started.");
    }
    step.run();
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}

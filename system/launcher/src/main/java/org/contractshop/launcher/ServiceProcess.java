package org.contractshop.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One instance of a service: a child process that can be killed and started again. */
public final class ServiceProcess {
  /**
   * Ctrl-C in a terminal reaches every process of the run. The children must ignore it: the
   * launcher stops them in order.
   */
  private static final String UNTOUCHED_BY_THE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

  private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(HEALTH_LIMIT).build();

  private final String name;
  private final int port;
  private final int managementPort;
  private final ProcessBuilder command;
  private final LogFile log;
  private final Watchdog watchdog;
  private final Consumer<String> onDeath;
  private Process process;
  private boolean wanted;

  ServiceProcess(
      String name,
      int port,
      int managementPort,
      ProcessBuilder command,
      LogFile log,
      Watchdog watchdog,
      Consumer<String> onDeath) {
    this.name = name;
    this.port = port;
    this.managementPort = managementPort;
    this.command = command.redirectErrorStream(true).redirectOutput(log.redirect());
    this.log = log;
    this.watchdog = watchdog;
    this.onDeath = onDeath;
  }

  static ProcessBuilder command(
      Path data, Path jar, List<String> javaOptions, Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", UNTOUCHED_BY_THE_TERMINAL, "sh"));
    command.add(java());
    // The watchdog recognizes the processes of this run by it.
    command.add("-Dshop.data=" + data);
    // Not the usual one, which may be full or belong to somebody else.
    command.add("-Djava.io.tmpdir=" + data.resolve("tmp"));
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(ServiceEnvironment::isForOneServiceOnly);
    builder.environment().putAll(environment);
    // Not the caller's folder, where Spring Boot would look for configuration files.
    builder.directory(jar.getParent().toFile());
    return builder;
  }

  /** The JVM that runs us. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Starts it, even after {@link #kill()} or a stop. Does not wait until it is ready. */
  public synchronized void start() throws IOException {
    process = command.start();
    wanted = true;
    watchdog.started(process.pid());
    process.onExit().thenAccept(this::ended);
  }

  /** Whether the process works. */
  public boolean isHealthy() {
    return isGood("/health");
  }

  /** Whether it can serve callers: its database is available, and it has warmed up. */
  public boolean isReady() {
    return isGood("/readyz");
  }

  private boolean isGood(String path) {
    HttpRequest request = HttpRequest.newBuilder(url().resolve(path)).timeout(HEALTH_LIMIT).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public synchronized long pid() {
    return process.pid();
  }

  public URI url() {
    return URI.create("http://localhost:" + port);
  }

  /** The address of its metrics. */
  public URI metricsUrl() {
    return URI.create("http://localhost:" + managementPort + "/actuator/prometheus");
  }

  public LogFile log() {
    return log;
  }

  /** Sends SIGTERM. Call {@link #awaitStop} afterwards. */
  public synchronized void requestStop() {
    wanted = false;
    process.destroy();
  }

  /** Waits for the process to end, and kills it if it does not end in time. */
  public void awaitStop(Duration limit) {
    if (!awaitEnd(limit)) {
      kill();
    }
  }

  /** kill -9. */
  public synchronized void kill() {
    wanted = false;
    process.destroyForcibly();
    awaitEnd(KILL_LIMIT);
  }

  @Override
  public String toString() {
    return name;
  }

  private boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized void ended(Process ended) {
    watchdog.ended(ended.pid());
    if (wanted && ended == process) {
      wanted = false;
      onDeath.accept(
          "%s (process %d) ended with exit code %d. %s"
              .formatted(name, ended.pid(), ended.exitValue(), log.lastLines()));
    }
  }
}

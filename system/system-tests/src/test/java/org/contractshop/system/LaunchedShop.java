package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.contractshop.launcher.Launcher;
import org.contractshop.launcher.PostgresDirectory;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;

/** The launcher as {@code ./run} starts it: its own JVM and its own jar. */
final class LaunchedShop implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final Process launcher;
  private final Path output;
  private final PostgresDirectory postgres;
  private final List<ProcessHandle> processes = new ArrayList<>();

  private LaunchedShop(Process launcher, Path output, Path data) {
    this.launcher = launcher;
    this.output = output;
    this.postgres = new PostgresDirectory(data);
    processes.add(launcher.toHandle());
  }

  static LaunchedShop start(Settings settings) throws IOException {
    Path data = settings.data();
    Path output = Files.createTempFile(data, "launcher", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar() + File.pathSeparator + jar().resolveSibling("lib") + "/*",
                Launcher.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("SHOP_DATA", data.toString());
    builder.environment().put(Settings.OVERVIEW_PORT, "" + settings.overviewPort());
    settings
        .ports()
        .forEach(
            (service, port) -> builder.environment().put(service.portVariable(), port.toString()));
    settings
        .managementPorts()
        .forEach(
            (service, port) ->
                builder.environment().put(service.managementPortVariable(), port.toString()));
    return new LaunchedShop(builder.start(), output, data);
  }

  LaunchedShop awaitRunning() {
    await()
        .atMost(START_LIMIT)
        .until(() -> output().contains("The shop is running") || !launcher.isAlive());
    assertThat(launcher.isAlive()).as(output()).isTrue();
    launcher.descendants().forEach(processes::add);
    ProcessHandle postmaster = postgres.postmaster().orElseThrow();
    Stream.concat(Stream.of(postmaster), postmaster.descendants()).forEach(processes::add);
    // The launcher, its watchdog, three services, PostgreSQL.
    assertThat(processes).hasSizeGreaterThanOrEqualTo(6);
    return this;
  }

  /** SIGTERM. */
  void terminate() {
    launcher.destroy();
  }

  /** SIGKILL. */
  void kill() {
    launcher.destroyForcibly();
  }

  ProcessHandle process(Service service) {
    return launcher
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(service + ".jar"))
        .findFirst()
        .orElseThrow();
  }

  int awaitExit() throws InterruptedException {
    assertThat(launcher.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
    return launcher.exitValue();
  }

  /** Of the launcher, the services, PostgreSQL and everything that they started. */
  void awaitThatNothingIsLeft() {
    await().atMost(STOP_LIMIT).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Also after a failed test. */
  @Override
  public void close() {
    terminate();
    launcher.onExit().orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** The jar of the module that this test has on its class path. */
  private static Path jar() {
    Path launcher =
        Path.of(Settings.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    assertThat(launcher).as("Run ./mvnw verify, which packages it").isRegularFile();
    return launcher;
  }
}

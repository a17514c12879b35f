package org.contractshop.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a PostgreSQL, and what they reveal about a server that uses them. */
public final class PostgresDirectory {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  private final Path path;

  /** Exists until the first start is complete. Contains the superuser's password, for initdb. */
  private final Path unfinished;

  public PostgresDirectory(Path data) {
    this.path = data.resolve("postgres");
    this.unfinished = data.resolve("postgres.unfinished");
  }

  Path path() {
    return path;
  }

  Path postmasterFile() {
    return path.resolve("postmaster.pid");
  }

  /** The main process of the server that runs on these files, if one does. */
  public Optional<ProcessHandle> postmaster() {
    try {
      List<String> lines = Files.readAllLines(postmasterFile());
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(process -> process.info().command().orElse("").endsWith("postgres"))
          .filter(this::isOnTheseFiles);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Its process id may belong to another server by now. */
  private boolean isOnTheseFiles(ProcessHandle server) {
    return server.info().commandLine().filter(line -> line.contains(path.toString())).isPresent();
  }

  /** Whether a server with these files only has to start. */
  boolean isInitialised() {
    return Files.exists(path) && !Files.exists(unfinished);
  }

  /** Call this while no server runs. Removes what an interrupted first start left behind. */
  void prepare(String password) throws IOException {
    if (Files.exists(unfinished)) {
      killInitdb();
      Folders.delete(path);
    }
    if (!Files.exists(path)) {
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished, Secrets.ownerOnly());
      Files.writeString(unfinished, password);
    }
    // Left by a killed server. Its process id may belong to another program by now, which
    // PostgreSQL would mistake for the old server.
    Files.deleteIfExists(postmasterFile());
  }

  void finish() throws IOException {
    Files.deleteIfExists(unfinished);
  }

  /** Options for initdb that create the same database on every machine, closed to others. */
  Map<String, String> initialisationOptions() {
    return Map.of(
        "auth", "scram-sha-256",
        "pwfile", unfinished.toString(),
        "locale", "C",
        "locale-provider", "builtin",
        "builtin-locale", "C.UTF-8");
  }

  /** It survives a killed launcher, and would continue to write. */
  private void killInitdb() {
    List<ProcessHandle> processes =
        ProcessHandle.allProcesses()
            .filter(process -> process.info().command().orElse("").endsWith("initdb"))
            .filter(process -> process.info().commandLine().orElse("").contains(path.toString()))
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    Waiting.until(KILL_LIMIT, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }
}

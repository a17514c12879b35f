package org.contractshop.tools.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.contractshop.tools.exchange.Repository;
import org.contractshop.tools.spec.Operation;

/**
 * Notes which documented statuses and which contracts the tests of a module saw, for {@link
 * CoverageTable} at the end of the build. Each JVM has its own file.
 */
public final class Coverage {
  static final String FOLDER = "spec-coverage";

  private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

  private Coverage() {}

  public static void saw(Operation operation, int status) {
    note(operation.service() + " " + operation.name() + " " + status);
  }

  public static void proved(String service, String contract) {
    note(proof(service, contract));
  }

  /** The note about a contract that a test proved. */
  public static String proof(String service, String contract) {
    return service + " contract " + contract;
  }

  /** What the tests of a module noted since the build started; older files are another build's. */
  public static Set<String> notes(Path module, Instant start) {
    Path folder = module.resolve("target").resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> notes = new TreeSet<>();
      for (Path file : files.toList()) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(start)) {
          notes.addAll(Files.readAllLines(file));
        }
      }
      return notes;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static void note(String line) {
    if (NOTED.add(line)) {
      write(line + "\n");
    }
  }

  private static synchronized void write(String line) {
    try {
      Path folder = Files.createDirectories(Repository.target().resolve(FOLDER));
      Files.writeString(
          folder.resolve(ProcessHandle.current().pid() + ".txt"),
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}

package org.contractshop.testing.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes which documented statuses and which contracts the tests of a module saw, for {@link
 * CoverageTable} at the end of the build. Each JVM has a file of its own.
 */
final class Coverage {
  static final String FOLDER = "spec-coverage";

  private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

  private Coverage() {}

  static void saw(Operation operation, int status) {
    note(operation.service() + " " + operation.name() + " " + status);
  }

  static void proved(String service, String contract) {
    note(service + " contract " + contract);
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

package org.contractshop.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where PostgreSQL is unpacked for tests: the user's cache, which the launcher shares, or else the
 * module's target. In the temporary directory, anybody could put programs of their own there.
 */
final class ProgramsFolder {
  private ProgramsFolder() {}

  static Path create() throws IOException {
    try {
      return create(cache().resolve("contractshop"));
    } catch (IOException e) {
      // No home, or a read-only one.
      return create(Path.of("target/programs").toAbsolutePath());
    }
  }

  private static Path cache() throws IOException {
    String given = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    String home = System.getenv().getOrDefault("HOME", "");
    if (given.isBlank() && home.isBlank()) {
      throw new IOException("no home");
    }
    return given.isBlank() ? Path.of(home, ".cache") : Path.of(given);
  }

  private static Path create(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    Files.delete(Files.createTempFile(folder, "try", ".tmp"));
    return folder;
  }
}

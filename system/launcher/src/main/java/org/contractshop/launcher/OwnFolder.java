package org.contractshop.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A folder for unpacked programs into which nobody else can write. In the temporary directory,
 * anybody could replace the programs.
 */
final class OwnFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private OwnFolder() {}

  /**
   * The user's cache, or a folder beside the data if there is none.
   *
   * @return a folder that exists, is the user's own, and lets programs run
   */
  static Path forPrograms(Map<String, String> environment, Path data) throws IOException {
    return forPrograms(environment, data, Files::isExecutable);
  }

  /**
   * @param runs whether executable files may really be executed, which they may not on a disk
   *     mounted noexec
   */
  static Path forPrograms(Map<String, String> environment, Path data, Predicate<Path> runs)
      throws IOException {
    Path cache = cache(environment);
    if (cache != null) {
      try {
        Path folder = create(cache.resolve("contractshop"));
        if (mayRun(folder, runs)) {
          return folder;
        }
      } catch (IOException e) {
        // For example, the home directory is read-only.
      }
    }
    Path folder = create(data.resolve("programs"));
    if (mayRun(folder, runs)) {
      return folder;
    }
    throw new StartFailure(
        ("PostgreSQL is unpacked into %s, but no program may run there: the disk is mounted noexec."
                + " Set XDG_CACHE_HOME to another folder, or DATABASE_URL.")
            .formatted(folder));
  }

  private static boolean mayRun(Path folder, Predicate<Path> runs) throws IOException {
    Path program = Files.createTempFile(folder, "run", ".tmp");
    try {
      return program.toFile().setExecutable(true) && runs.test(program);
    } finally {
      Files.delete(program);
    }
  }

  private static Path cache(Map<String, String> environment) {
    String given = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (!given.isBlank()) {
      return Path.of(given);
    }
    return home.isBlank() ? null : Path.of(home, ".cache");
  }

  static Path create(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, ownerOnly(folder));
    }
    if (isPosix(folder) && !Files.getPosixFilePermissions(folder).equals(OWNER_ONLY)) {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }
    // Fails if the disk is read-only, which the permissions do not show.
    Files.delete(Files.createTempFile(folder, "try", ".tmp"));
    return folder;
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return isPosix(folder.getParent())
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}

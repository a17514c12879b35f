package org.contractshop.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Where programs are unpacked that are run later: a folder into which nobody else can write. In the
 * temporary directory, anybody could put programs of their own there.
 */
final class OwnFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private OwnFolder() {}

  /**
   * The user's cache, or a folder beside the data where there is none.
   *
   * @return a folder that exists and is the user's own
   */
  static Path forPrograms(Map<String, String> environment, Path data) throws IOException {
    Path cache = cache(environment);
    if (cache != null) {
      try {
        return create(cache.resolve("contractshop"));
      } catch (IOException e) {
        // A home that is read-only, for example.
      }
    }
    return create(data.resolve("programs"));
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
    // Fails where the disk is read-only, which the permissions do not tell.
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

package org.contractshop.user.signing;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.base.token.TokenKeys;

/** Files with key pairs, sorted by name, such as {@code 2026-11-26.jwk}. */
final class KeyFolder {
  private static final String KEYS = ".+\\.(jwk|pem)";

  private final Path folder;

  KeyFolder(Path folder) {
    this.folder = folder;
  }

  /** In the order of the names, at least one. */
  List<KeyFile> read() throws IOException {
    List<KeyFile> keys = new ArrayList<>();
    for (Path file : files()) {
      keys.add(KeyFile.read(file));
    }
    if (keys.isEmpty()) {
      throw new IOException(folder + " holds no file *.jwk or *.pem");
    }
    return keys;
  }

  /**
   * Creates a key that only its owner can read, if the folder is empty. If two instances start at
   * once, one of them creates it.
   */
  void createFirstKey(Instant now) throws IOException {
    Files.createDirectories(folder);
    if (!files().isEmpty()) {
      return;
    }
    ECKey key = TokenKeys.newKey();
    Path unfinished = Files.createTempFile(folder, "key", ".tmp"); // created with mode 0600
    try {
      Files.writeString(unfinished, key.toJSONString());
      Files.createLink(
          folder.resolve(LocalDate.ofInstant(now, ZoneOffset.UTC) + ".jwk"), unfinished);
    } catch (FileAlreadyExistsException exception) {
      // The other instance was faster.
    } finally {
      Files.delete(unfinished);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(KEYS)).sorted().toList();
    }
  }
}

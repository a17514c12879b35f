package org.contractshop.base.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Public keys in a file that only the service's own user may be able to change. */
final class KeyCopy {
  private static final Logger log = LoggerFactory.getLogger(KeyCopy.class);

  private final Path file;

  KeyCopy(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** None if there is no readable copy. */
  JWKSet read() {
    try {
      return Files.exists(file) ? JWKSet.load(file.toFile()).toPublicJWKSet() : new JWKSet();
    } catch (IOException | ParseException exception) {
      log.warn("The copy of the keys in {} is unreadable: {}", file, exception.getMessage());
      return new JWKSet();
    }
  }

  /** Writes to a second file first, which only its owner can read and write. */
  void write(JWKSet keys) {
    try {
      Path unfinished = Files.createTempFile(file.getParent(), "keys", ".tmp");
      Files.writeString(unfinished, keys.toString());
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException exception) {
      log.warn("The keys cannot be copied to {}: {}", file, exception.getMessage());
    }
  }
}

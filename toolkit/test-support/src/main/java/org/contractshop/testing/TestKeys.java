package org.contractshop.testing;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contractshop.base.token.TokenKeys;

/** The key pair that signs the tokens of tests, in the files that services read. */
final class TestKeys {
  static final ECKey PAIR = TokenKeys.newKey();

  private static final Path FOLDER = write();

  private TestKeys() {}

  /** For the service that issues tokens. */
  static String folder() {
    return FOLDER.toString();
  }

  /** For those that verify them. */
  static String url() {
    return FOLDER.resolve("jwks.json").toUri().toString();
  }

  private static Path write() {
    try {
      Path folder = Files.createTempDirectory("test-keys");
      folder.toFile().deleteOnExit();
      write(folder.resolve("test.jwk"), PAIR.toJSONString());
      write(folder.resolve("jwks.json"), new JWKSet(PAIR).toString());
      return folder;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text).toFile().deleteOnExit();
  }
}

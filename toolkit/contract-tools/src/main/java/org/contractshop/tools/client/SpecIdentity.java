package org.contractshop.tools.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * Which spec something was made of. Clients and stubs carry it, so that a caller learns when the
 * two do not belong together.
 *
 * @param apiVersion the spec's {@code info.version}
 * @param sha256 of the service's file followed by {@code common.yaml}, in hexadecimal; line ends
 *     count as line feeds, so that it is the same on every system
 */
public record SpecIdentity(String service, String apiVersion, String sha256) {
  private static final int SHORT = 12;

  /**
   * @param specs the folder that holds the spec and {@code common.yaml}
   */
  public static SpecIdentity of(Path specs, String service) throws IOException {
    String spec = Files.readString(specs.resolve(service + ".yaml")).replace("\r\n", "\n");
    String common = Files.readString(specs.resolve("common.yaml")).replace("\r\n", "\n");
    Map<?, ?> info = (Map<?, ?>) new Yaml().<Map<?, ?>>load(spec).get("info");
    return new SpecIdentity(service, info.get("version").toString(), hash(spec + common));
  }

  /** Enough to tell two specs apart, and short enough to compare by eye. */
  public String shortHash() {
    return sha256.substring(0, SHORT);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("Every Java has SHA-256", exception);
    }
  }
}

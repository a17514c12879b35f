package org.contractshop.tools.spec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies the spec something was generated from. Clients and stubs carry it, so that a mismatch
 * between them is noticed.
 *
 * @param apiVersion the spec's {@code info.version}
 * @param sha256 of the service's file followed by {@code common.yaml}, in hexadecimal; line endings
 *     count as line feeds, so that it is the same on every system
 */
public record SpecIdentity(String service, String apiVersion, String sha256) {
  private static final int SHORT = 12;

  /**
   * @param specs the folder that holds the spec and {@code common.yaml}
   */
  public static SpecIdentity of(Path specs, String service) {
    return of(SpecFiles.read(specs).service(service));
  }

  public static SpecIdentity of(Service service) {
    SpecFiles files = service.document().specs();
    String text = text(files, service.document().file()) + text(files, SpecFiles.COMMON);
    return new SpecIdentity(service.name(), service.version(), hash(text));
  }

  /** Enough to tell two specs apart, and short enough to compare by eye. */
  public String shortHash() {
    return sha256.substring(0, SHORT);
  }

  private static String text(SpecFiles files, String file) {
    return files.text(file).orElseThrow(() -> new IllegalArgumentException("There is no " + file));
  }

  /** The SHA-256. Line endings count as line feeds: Git may check out others. */
  public static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("Every Java has SHA-256", exception);
    }
  }
}

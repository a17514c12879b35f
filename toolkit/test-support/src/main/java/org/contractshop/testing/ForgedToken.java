package org.contractshop.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A valid token of user 7, and variations of it. Built by hand, since no library signs nonsense.
 */
final class ForgedToken {
  private static final JsonMapper JSON = new JsonMapper();

  private final TokenMode mode;
  private final Map<String, Object> header;
  private final Map<String, Object> claims = new TreeMap<>();

  /** Makes a signature. */
  interface Signing {
    byte[] sign(byte[] content) throws GeneralSecurityException;
  }

  ForgedToken(TokenMode mode) {
    this.mode = mode;
    header = new TreeMap<>(mode.header());
    claims.put("iss", TestTokens.ISSUER);
    claims.put("aud", TestTokens.AUDIENCE);
    claims.put("sub", "7");
    claims.put("iat", inSeconds(-600));
    claims.put("exp", inSeconds(3600));
    claims.put("id", 7);
    claims.put("email", "ada@example.com");
    claims.put("role", "user");
  }

  static long inSeconds(long seconds) {
    return Instant.now().getEpochSecond() + seconds;
  }

  /**
   * @param value null to leave it out
   */
  ForgedToken header(String name, @Nullable Object value) {
    return put(header, name, value);
  }

  /**
   * @param value null to leave it out
   */
  ForgedToken claim(String name, @Nullable Object value) {
    return put(claims, name, value);
  }

  private ForgedToken put(Map<String, Object> part, String name, @Nullable Object value) {
    if (value == null) {
      part.remove(name);
    } else {
      part.put(name, value);
    }
    return this;
  }

  /** With the key that the services trust. */
  String signed() {
    return signed(mode::sign);
  }

  String signed(Signing signing) {
    return signed(signing, JSON.writeValueAsBytes(claims));
  }

  String signed(String payload) {
    return signed(mode::sign, payload.getBytes(StandardCharsets.UTF_8));
  }

  private String signed(Signing signing, byte[] payload) {
    String content = base64(JSON.writeValueAsBytes(header)) + "." + base64(payload);
    try {
      return content + "." + base64(signing.sign(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException exception) {
      throw new IllegalStateException(exception);
    }
  }

  /** The same signature with another claim. */
  String tampered(String name, Object value) {
    String signature = signature(signed());
    claims.put(name, value);
    return body(signed()) + signature;
  }

  /** The same under another header. */
  String relabelled(String name, Object value) {
    String signature = signature(signed());
    header.put(name, value);
    return body(signed()) + signature;
  }

  /** Header and claims, followed by a dot. */
  static String body(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

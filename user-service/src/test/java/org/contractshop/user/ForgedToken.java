package org.contractshop.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.contractshop.testing.TestTokens;
import tools.jackson.databind.json.JsonMapper;

/** Ada's good token, and what can be made of it. By hand, since no library signs nonsense. */
final class ForgedToken {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Object> header = new TreeMap<>(Map.of("alg", "HS256", "typ", "at+jwt"));
  private final Map<String, Object> claims;

  ForgedToken() {
    long now = Instant.now().getEpochSecond();
    claims =
        new TreeMap<>(
            Map.of(
                "iss",
                "user-service",
                "aud",
                List.of("user-service", "product-service", "order-service"),
                "sub",
                String.valueOf(People.ADA),
                "iat",
                now - 600,
                "exp",
                now + 3600,
                "id",
                People.ADA,
                "email",
                People.ADAS_EMAIL,
                "role",
                "user"));
  }

  static long inSeconds(long seconds) {
    return Instant.now().getEpochSecond() + seconds;
  }

  ForgedToken header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  ForgedToken withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  ForgedToken claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  ForgedToken without(String claim) {
    claims.remove(claim);
    return this;
  }

  /** Signed with the secret that the services share. */
  String signed() {
    return signed("HmacSHA256", TestTokens.SECRET);
  }

  String signed(String algorithm, String secret) {
    return signed(algorithm, secret, JSON.writeValueAsBytes(claims));
  }

  String signed(String algorithm, String secret, byte[] payload) {
    String content = base64(JSON.writeValueAsBytes(header)) + "." + base64(payload);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException exception) {
      throw new IllegalStateException(exception);
    }
  }

  String unsigned() {
    String signed = signed();
    return signed.substring(0, signed.lastIndexOf('.') + 1);
  }

  /** The same signature under other claims. */
  String tampered(String name, Object value) {
    String signature = signed().substring(signed().lastIndexOf('.'));
    claims.put(name, value);
    return base64(JSON.writeValueAsBytes(header))
        + "."
        + base64(JSON.writeValueAsBytes(claims))
        + signature;
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package org.contractshop.stubs.memory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that look like real ones, signed with a key that no service has. */
final class Tokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final long LIFETIME_SECONDS = 3600;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key = new byte[32];

  Tokens() {
    RANDOM.nextBytes(key);
  }

  String issue(ObjectNode user) {
    long now = Instant.now().getEpochSecond();
    ObjectNode claims = Reply.NODES.objectNode();
    claims.put("iss", "user-service").put("sub", user.get("id").asString());
    claims.putArray("aud").add("user-service").add("product-service").add("order-service");
    claims.put("iat", now).put("exp", now + LIFETIME_SECONDS);
    claims.put("jti", UUID.randomUUID().toString());
    for (String copied : new String[] {"id", "email", "role"}) {
      claims.set(copied, user.get(copied));
    }
    String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}") + "." + encoded(claims + "");
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException exception) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, exception);
    }
  }

  static String hash(String text) {
    try {
      return encoded(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException exception) {
      throw new IllegalStateException("Every Java has SHA-256", exception);
    }
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package org.contractshop.testing;

import com.nimbusds.jose.JOSEException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How tokens are signed. A test context uses the first mode unless its properties say otherwise.
 */
public enum TokenMode {
  PUBLIC_KEYS(Map.of("alg", "ES256", "typ", "at+jwt", "kid", TestKeys.PAIR.getKeyID())),
  SHARED_SECRET(Map.of("alg", "HS256", "typ", "at+jwt"));

  private final Map<String, Object> header;

  TokenMode(Map<String, Object> header) {
    this.header = header;
  }

  Map<String, Object> header() {
    return header;
  }

  /** Signs like a proper issuer. */
  byte[] sign(byte[] content) throws GeneralSecurityException {
    return this == SHARED_SECRET
        ? hmac("HmacSHA256", TestTokens.SECRET.getBytes(StandardCharsets.UTF_8), content)
        : ecdsa(privateKey(), content);
  }

  private static PrivateKey privateKey() throws GeneralSecurityException {
    try {
      return TestKeys.PAIR.toECPrivateKey();
    } catch (JOSEException exception) {
      throw new GeneralSecurityException(exception);
    }
  }

  static byte[] ecdsa(PrivateKey key, byte[] content) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(content);
    return signature.sign();
  }

  static byte[] hmac(String algorithm, byte[] key, byte[] content) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, algorithm));
    return mac.doFinal(content);
  }
}

package org.contractshop.base.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The keys of one of two modes: a secret that the services share, or public keys. Each mode has one
 * algorithm, so no key of one mode can verify a token of the other.
 *
 * @param trusted finds the key that verifies a token
 * @param signing holds the key that currently signs
 */
public record TokenKeys(
    JwsAlgorithm algorithm,
    JWSKeySelector<SecurityContext> trusted,
    JWKSource<SecurityContext> signing) {
  public static final int LEAST_SECRET_BYTES = 32;

  /** A secret that all services share. Whoever can verify can also sign. */
  public static TokenKeys shared(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return new TokenKeys(
        MacAlgorithm.HS256,
        new SingleKeyJWSKeySelector<>(JWSAlgorithm.HS256, new SecretKeySpec(bytes, "HmacSHA256")),
        new ImmutableSecret<>(bytes));
  }

  /** Keys of a service that issues tokens. */
  public static TokenKeys issuing(
      JWKSource<SecurityContext> trusted, JWKSource<SecurityContext> signing) {
    return new TokenKeys(
        SignatureAlgorithm.ES256,
        new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, trusted),
        signing);
  }

  /**
   * Keys of a service that only verifies. It signs only tokens for itself, with a key that never
   * leaves this process.
   */
  public static TokenKeys verifying(JWKSource<SecurityContext> published) {
    JWKSource<SecurityContext> own = new ImmutableJWKSet<>(new JWKSet(newKey()));
    return issuing(
        (selector, context) -> {
          List<JWK> found = own.get(selector, context);
          return found.isEmpty() ? published.get(selector, context) : found;
        },
        own);
  }

  /** A key pair, named by its thumbprint (RFC 7638). */
  public static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException exception) {
      throw new IllegalStateException("Every Java has the curve P-256", exception);
    }
  }

  /** Whether a secret is at least as long as the hash that it keys. */
  public static boolean isLongEnough(String secret) {
    return secret.getBytes(StandardCharsets.UTF_8).length >= LEAST_SECRET_BYTES;
  }

  @Override
  public String toString() {
    return "TokenKeys[" + algorithm.getName() + "]"; // never a key
  }
}

package org.contractshop.base;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What user-service issues and all services verify: JWT access tokens (RFC 9068) with the claims
 * {@code id}, {@code email} and {@code role}. Which key signs and verifies them stands only here.
 */
public final class AccessTokens {
  public static final String ISSUER = "user-service";
  public static final String TYPE = "at+jwt";
  public static final MacAlgorithm ALGORITHM = MacAlgorithm.HS256;

  /** Every service; a verifier accepts only tokens that name it. */
  public static final List<String> AUDIENCE =
      List.of("user-service", "product-service", "order-service");

  /** How far the clocks of two services may be apart. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private AccessTokens() {}

  /** The key of a shared secret, whose length {@link ServiceEnvironment} checks. */
  public static SecretKey key(String secret) {
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /**
   * @param audience the verifying service
   */
  static JwtDecoder decoder(SecretKey key, String audience) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withSecretKey(key).macAlgorithm(ALGORITHM).validateType(false).build();
    JwtTimestampValidator timestamps = new JwtTimestampValidator(CLOCK_SKEW);
    timestamps.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(validator(audience, timestamps));
    return new CachingJwtDecoder(decoder, timestamps);
  }

  private static OAuth2TokenValidator<Jwt> validator(
      String audience, JwtTimestampValidator timestamps) {
    return new DelegatingOAuth2TokenValidator<>(
        new JwtTypeValidator(TYPE),
        timestamps,
        new JwtClaimValidator<Instant>(
            JwtClaimNames.IAT, iat -> iat != null && !iat.isAfter(Instant.now().plus(CLOCK_SKEW))),
        new JwtIssuerValidator(ISSUER),
        new JwtAudienceValidator(audience),
        new JwtClaimValidator<Object>(
            JwtClaimNames.SUB, sub -> sub instanceof String text && !text.isBlank()),
        new JwtClaimValidator<Object>("id", id -> id instanceof Long number && number > 0),
        new JwtClaimValidator<Object>("role", role -> role instanceof String));
  }
}

package org.contractshop.base.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
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
 * What all services verify: JWT access tokens (RFC 9068) with the claims {@code id}, {@code email}
 * and {@code role}.
 */
final class AccessTokens {
  static final String TYPE = "at+jwt";

  /** The same type, written in full. */
  private static final String MEDIA_TYPE = "application/at+jwt";

  /** How far the clocks of two services may be apart. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private AccessTokens() {}

  /**
   * @param audience the verifying service
   */
  static JwtDecoder decoder(TokenKeys keys, String issuer, String audience) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(keys.trusted());
    // The validator checks the type and the claims.
    processor.setJWSTypeVerifier((type, context) -> {});
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    JwtTimestampValidator timestamps = new JwtTimestampValidator(CLOCK_SKEW);
    timestamps.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(validator(issuer, audience, timestamps));
    return new CachingJwtDecoder(new StrictJwtDecoder(decoder), timestamps);
  }

  private static OAuth2TokenValidator<Jwt> validator(
      String issuer, String audience, JwtTimestampValidator timestamps) {
    return new DelegatingOAuth2TokenValidator<>(
        new JwtTypeValidator(TYPE, MEDIA_TYPE),
        timestamps,
        new JwtClaimValidator<Instant>(
            JwtClaimNames.IAT, iat -> iat != null && !iat.isAfter(Instant.now().plus(CLOCK_SKEW))),
        new JwtIssuerValidator(issuer),
        new JwtAudienceValidator(audience),
        new JwtClaimValidator<Object>(
            JwtClaimNames.SUB, sub -> sub instanceof String text && !text.isBlank()),
        new JwtClaimValidator<Object>("id", id -> id instanceof Long number && number > 0),
        new JwtClaimValidator<Object>("role", role -> role instanceof String));
  }
}

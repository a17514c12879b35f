package org.contractshop.base.warmup;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.contractshop.base.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Tokens for this service alone that outlive its warm-up by seconds. Only where services share a
 * secret.
 */
final class OwnTokens implements Function<String, @Nullable String> {
  private static final Duration VALIDITY = Duration.ofSeconds(30);
  private static final long NO_CUSTOMER = 9_007_199_254_740_991L; // the greatest id

  private final String service;
  private final @Nullable String secret;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  OwnTokens(String service, @Nullable String secret) {
    this.service = service;
    this.secret = secret;
  }

  @Override
  public @Nullable String apply(String role) {
    return secret == null ? null : tokens.computeIfAbsent(role, it -> token(it, secret));
  }

  private String token(String role, String secret) {
    Instant now = Instant.now();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(AccessTokens.ISSUER)
            .audience(List.of(service))
            .subject(String.valueOf(NO_CUSTOMER))
            .issuedAt(now)
            .expiresAt(now.plus(VALIDITY))
            .claim("id", NO_CUSTOMER)
            .claim("email", "warm-up@" + service)
            .claim("role", role)
            .build();
    JwsHeader header = JwsHeader.with(AccessTokens.ALGORITHM).type(AccessTokens.TYPE).build();
    return new NimbusJwtEncoder(new ImmutableSecret<>(AccessTokens.key(secret)))
        .encode(JwtEncoderParameters.from(header, claims))
        .getTokenValue();
  }
}

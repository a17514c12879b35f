package org.contractshop.base.warmup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.contractshop.base.token.TokenSigner;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** Tokens by role, valid only for this service and until seconds after its warm-up. */
final class OwnTokens implements UnaryOperator<String> {
  private static final Duration VALIDITY = Duration.ofSeconds(30);
  private static final long NO_CUSTOMER = 9_007_199_254_740_991L; // the greatest id

  private final String service;
  private final String issuer;
  private final TokenSigner signer;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  OwnTokens(String service, String issuer, TokenSigner signer) {
    this.service = service;
    this.issuer = issuer;
    this.signer = signer;
  }

  @Override
  public String apply(String role) {
    return tokens.computeIfAbsent(role, this::token);
  }

  private String token(String role) {
    Instant now = Instant.now();
    return signer.sign(
        JwtClaimsSet.builder()
            .issuer(issuer)
            .audience(List.of(service))
            .subject(String.valueOf(NO_CUSTOMER))
            .issuedAt(now)
            .expiresAt(now.plus(VALIDITY))
            .claim("id", NO_CUSTOMER)
            .claim("email", "warm-up@" + service)
            .claim("role", role)
            .build());
  }
}

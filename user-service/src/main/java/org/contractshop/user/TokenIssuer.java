package org.contractshop.user;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractshop.base.token.TokenKeys;
import org.contractshop.base.token.TokenSigner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.stereotype.Component;

/** Issues the tokens that all services accept. */
@Component
class TokenIssuer {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final TokenSigner signer;
  private final String issuer;
  private final List<String> audience;

  /**
   * @param audience the services that the tokens are for
   */
  TokenIssuer(
      TokenKeys keys,
      @Value("${shop.tokens.issuer}") String issuer,
      @Value("${shop.tokens.audience}") List<String> audience) {
    this.signer = new TokenSigner(keys);
    this.issuer = issuer;
    this.audience = audience;
  }

  String issue(User user) {
    Instant now = Instant.now();
    return signer.sign(
        JwtClaimsSet.builder()
            .id(UUID.randomUUID().toString())
            .issuer(issuer)
            .audience(audience)
            .subject(String.valueOf(user.id()))
            .issuedAt(now)
            .expiresAt(now.plus(LIFETIME))
            .claim("id", user.id())
            .claim("email", user.email())
            .claim("role", user.role().wireName())
            .build());
  }
}

package org.contractshop.user;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.contractshop.base.AccessTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Issues the tokens that all services accept. */
@Component
class TokenIssuer {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final JwtEncoder encoder;

  TokenIssuer(@Value("${JWT_SECRET}") String secret) {
    encoder = new NimbusJwtEncoder(new ImmutableSecret<>(AccessTokens.key(secret)));
  }

  String issue(User user) {
    Instant now = Instant.now();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .id(UUID.randomUUID().toString())
            .issuer(AccessTokens.ISSUER)
            .audience(AccessTokens.AUDIENCE)
            .subject(String.valueOf(user.id()))
            .issuedAt(now)
            .expiresAt(now.plus(LIFETIME))
            .claim("id", user.id())
            .claim("email", user.email())
            .claim("role", user.role().wireName())
            .build();
    JwsHeader header = JwsHeader.with(AccessTokens.ALGORITHM).type(AccessTokens.TYPE).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}

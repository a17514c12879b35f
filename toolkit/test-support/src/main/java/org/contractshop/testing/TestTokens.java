package org.contractshop.testing;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.contractshop.base.AccessTokens;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens as user-service issues them, for tests of a service without it. */
public final class TestTokens {
  /** The value of {@code JWT_SECRET} in tests. */
  public static final String SECRET = "a-secret-for-tests-of-at-least-32-bytes";

  private static final JwtEncoder ENCODER =
      new NimbusJwtEncoder(new ImmutableSecret<>(AccessTokens.key(SECRET)));

  private TestTokens() {}

  public static String customer(long id) {
    return token(id, "user", claims -> {});
  }

  public static String admin() {
    return token(1001, "admin", claims -> {});
  }

  public static String service() {
    return token(1002, "service", claims -> {});
  }

  /** A token that was valid until an hour ago. */
  public static String expired() {
    return token(1, "user", claims -> claims.expiresAt(Instant.now().minus(1, ChronoUnit.HOURS)));
  }

  /**
   * @param change turns the good token into the one that the test wants
   */
  public static String token(long id, String role, Consumer<JwtClaimsSet.Builder> change) {
    Instant now = Instant.now();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(AccessTokens.ISSUER)
            .audience(AccessTokens.AUDIENCE)
            .subject(String.valueOf(id))
            .issuedAt(now.minus(2, ChronoUnit.HOURS))
            .expiresAt(now.plus(1, ChronoUnit.HOURS))
            .claim("id", id)
            .claim("email", role + id + "@example.com")
            .claim("role", role);
    change.accept(claims);
    JwsHeader header = JwsHeader.with(AccessTokens.ALGORITHM).type(AccessTokens.TYPE).build();
    return ENCODER.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
  }
}

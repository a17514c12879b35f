package org.contractshop.testing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.contractshop.base.token.TokenKeys;
import org.contractshop.base.token.TokenSigner;
import org.contractshop.tools.exchange.Repository;
import org.contractshop.tools.spec.Service;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** Tokens as user-service issues them, for tests of a service without it. */
public final class TestTokens {
  /** For tests of a service that shares a secret. */
  public static final String SECRET = "a-secret-for-tests-of-at-least-32-bytes";

  /** Who issues the tokens. */
  static final String ISSUER = "user-service";

  /** All services that have a spec. */
  static final List<String> AUDIENCE = Repository.services().stream().map(Service::name).toList();

  private static final JWKSource<SecurityContext> KEYS =
      new ImmutableJWKSet<>(new JWKSet(TestKeys.PAIR));

  private static final TokenSigner SIGNER = new TokenSigner(TokenKeys.issuing(KEYS, KEYS));

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
   * @param change turns the valid token into the one that the test needs
   */
  public static String token(long id, String role, Consumer<JwtClaimsSet.Builder> change) {
    Instant now = Instant.now();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(String.valueOf(id))
            .issuedAt(now.minus(2, ChronoUnit.HOURS))
            .expiresAt(now.plus(1, ChronoUnit.HOURS))
            .claim("id", id)
            .claim("email", role + id + "@example.com")
            .claim("role", role);
    change.accept(claims);
    return SIGNER.sign(claims.build());
  }
}

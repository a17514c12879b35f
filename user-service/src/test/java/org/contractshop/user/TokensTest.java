package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import org.contractshop.testing.TestTokens;
import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokensTest extends TokensAreVerified {
  @Autowired private JdbcClient database;

  TokensTest() {
    super(TokenMode.PUBLIC_KEYS);
  }

  @BeforeEach
  void adaIsRegistered() {
    People.reset(database);
  }

  /** With the library that the other services use. */
  @Test
  void verifiersCanFetchTheKeys(@LocalServerPort int port) throws Exception {
    JWKSet keys =
        JWKSet.load(
            URI.create("http://localhost:" + port + "/.well-known/jwks.json").toURL(),
            10_000,
            10_000,
            64 * 1024);

    SignedJWT token = SignedJWT.parse(TestTokens.customer(People.ADA));
    ECKey key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
  }
}

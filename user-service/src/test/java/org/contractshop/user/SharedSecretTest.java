package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import org.contractshop.testing.Http;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service with {@code JWT_SECRET} in place of key pairs. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"JWT_SECRET=" + TestTokens.SECRET, "SIGNING_KEYS="})
class SharedSecretTest extends TokensAreVerified {
  @Autowired private JdbcClient database;
  private final Http http;

  SharedSecretTest(@LocalServerPort int port) {
    super(TokenMode.SHARED_SECRET);
    http = new Http(port);
  }

  @BeforeEach
  void adaIsRegistered() {
    People.reset(database);
  }

  @Test
  void signsWithTheSecret() throws Exception {
    Response login = ServiceTest.logIn(http, People.ADAS_EMAIL, People.ADAS_PASSWORD);

    SignedJWT token = SignedJWT.parse(login.text("token"));
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("HS256");
    assertThat(http.with(token.serialize()).get("/users/me").status()).isEqualTo(200);
  }

  @Test
  void publishesNoKeys() {
    assertThat(http.get("/.well-known/jwks.json").body()).isEqualTo("{\"keys\":[]}");
  }
}

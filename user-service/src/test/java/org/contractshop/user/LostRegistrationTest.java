package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.contractshop.testing.SlowCommits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database commits, but later than the service waits for it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LostRegistrationTest {
  private static final String GRACE =
      """
      {"name": "Grace Hopper", "email": "grace@example.com", "password": "E2ETest99!"}
      """;

  @Autowired private JdbcClient database;
  private final Http http;

  LostRegistrationTest(@LocalServerPort int port) {
    http = new Http(port);
  }

  @BeforeEach
  void slowCommits() {
    People.reset(database);
    SlowCommits.begin(database, "users", "true");
  }

  @AfterEach
  void quickCommits() {
    SlowCommits.end(database);
  }

  @Test
  void isToldAsAnUnknownOutcomeAndFoundOutByRepeatingIt() {
    Response unknown = http.post("/auth/register", GRACE);

    assertThat(unknown.status()).isEqualTo(503);
    assertThat(unknown.header("Retry-After")).isEqualTo("1");
    assertThat(unknown.text("type")).isEqualTo("urn:problem-type:outcome-unknown");
    await().until(() -> http.post("/auth/register", GRACE).status() == 409);
  }
}

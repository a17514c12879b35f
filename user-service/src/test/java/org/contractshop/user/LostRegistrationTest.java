package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.contractshop.testing.Response;
import org.contractshop.testing.SlowCommits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database commits, but later than the service waits for it. */
class LostRegistrationTest extends ServiceTest {
  private static final String GRACE =
      """
      {"name": "Grace Hopper", "email": "grace@example.com", "password": "E2ETest99!"}
      """;

  @BeforeEach
  void slowCommits() {
    SlowCommits.begin(database, "users", "true");
  }

  @AfterEach
  void quickCommits() {
    SlowCommits.end(database);
  }

  @Test
  void isToldAsAnUnknownOutcomeAndFoundOutByRepeatingIt() {
    Response unknown = http.post("/auth/register", GRACE);

    unknown.isProblemOfType(503, "outcome-unknown");
    assertThat(unknown.header("Retry-After")).isEqualTo("1");
    await().until(() -> http.post("/auth/register", GRACE).status() == 409);
  }
}

package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.contractshop.testing.Http;
import org.contractshop.testing.Response;
import org.contractshop.testing.SlowCommits;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database commits, but later than the service waits for it. */
class LostCommitTest extends ServiceTest {
  @BeforeEach
  void slowCommits() {
    SlowCommits.begin(database, "product", "true");
  }

  @AfterEach
  void quickCommits() {
    SlowCommits.end(database);
  }

  @Test
  void isToldAsAnUnknownOutcome() {
    assertUnknown(take(http()));
    await().until(() -> stock(MOUSE) == MICE - 1);
  }

  @Test
  void isFoundOutByRepeatingTheRequestWithItsKey() {
    Http caller = http().with("Idempotency-Key", UUID.randomUUID().toString());
    assertUnknown(take(caller));
    await().until(() -> stock(MOUSE) == MICE - 1);
    quickCommits();
    assertThat(take(caller).status()).isEqualTo(200);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 1);
  }

  @Test
  void ofANewProductIsFoundOutByRepeatingTheRequestWithItsKeyToo() {
    Http caller = http().with("Idempotency-Key", UUID.randomUUID().toString());
    assertUnknown(add(caller));
    await().until(() -> count("product") == 4);
    quickCommits();
    assertThat(add(caller).status()).isEqualTo(201);
    assertThat(count("product")).isEqualTo(4);
  }

  private static Response add(Http caller) {
    return caller
        .with(TestTokens.admin())
        .send(
            "POST",
            "/products",
            "{\"name\":\"Monitor\",\"price\":1,\"stock\":1,\"category\":\"screens\"}");
  }

  private static Response take(Http caller) {
    return caller
        .with(TestTokens.service())
        .send("PATCH", "/products/3/stock", "{\"decrement\":1}");
  }

  private static void assertUnknown(Response answer) {
    answer.isProblemOfType(503, "outcome-unknown");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }
}

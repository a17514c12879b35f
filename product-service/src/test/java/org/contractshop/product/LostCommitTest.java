package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.contractshop.product.Http.Answer;
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
    await().until(() -> products() == 4);
    quickCommits();
    assertThat(add(caller).status()).isEqualTo(201);
    assertThat(products()).isEqualTo(4);
  }

  private static Answer add(Http caller) {
    return caller
        .with(TestTokens.admin())
        .send(
            "POST",
            "/products",
            "{\"name\":\"Monitor\",\"price\":1,\"stock\":1,\"category\":\"screens\"}");
  }

  private long products() {
    return database.sql("SELECT count(*) FROM product").query(Long.class).single();
  }

  private static Answer take(Http caller) {
    return caller
        .with(TestTokens.service())
        .send("PATCH", "/products/3/stock", "{\"decrement\":1}");
  }

  private static void assertUnknown(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.json().get("type").asString()).isEqualTo("urn:problem-type:outcome-unknown");
  }
}

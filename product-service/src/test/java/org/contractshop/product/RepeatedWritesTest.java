package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.contractshop.testing.Http;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that are repeated with their Idempotency-Key. */
class RepeatedWritesTest extends ServiceTest {
  private static final String MONITOR =
      """
      {"name":"Monitor","price":349.5,"stock":1,"category":"screens"}
      """;

  @Autowired private IdempotencyKeyPurge purge;
  @Autowired private IdempotencyKeyRepository keys;
  private final String key = UUID.randomUUID().toString();

  @Test
  void addOneProductThoughSentTwentyTimesAtOnce() throws Exception {
    List<Response> answers = Together.run(20, number -> () -> add(key, MONITOR));
    assertThat(answers).extracting(Response::status).containsOnly(201);
    assertThat(answers).extracting(Response::body).containsOnly(answers.get(0).body());
    assertThat(answers.get(0).header("Location")).isEqualTo("/products/4");
    assertThat(count("product")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"category\":\"screens\",\"stock\":1,\"price\":349.5,\"name\":\"Monitor\"}",
        "{ \"name\": \"\\u004donitor\", \"price\": 349.50, \"stock\": 1, \"category\": \"screens\" }",
      })
  void areTheSameIfTheirJsonIsEqual(String equal) {
    add(key, MONITOR);
    assertThat(add(key, equal).status()).isEqualTo(201);
    assertThat(count("product")).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"Monitor, Screen", "349.5, 349.51", "1, 2", "screens, desks"})
  void areRefusedWithAnotherValueOfAnyField(String value, String other) {
    add(key, MONITOR);
    add(key, MONITOR.replace(value, other)).isProblemOfType(422, "idempotency-key-reused");
    assertThat(count("product")).isEqualTo(4);
  }

  @Test
  void areRefusedForAnotherOperation() {
    add(key, MONITOR);
    take(key, KEYBOARD, 1).isProblemOfType(422, "idempotency-key-reused");
    assertThat(stock(KEYBOARD)).isEqualTo(KEYBOARDS);
  }

  @Test
  void takePiecesOnce() {
    Response first = take(key, MOUSE, 2);
    take(null, MOUSE, 5);
    assertThat(take(key, MOUSE, 2).body()).isEqualTo(first.body());
    take(key, MOUSE, 3).isProblemOfType(422, "idempotency-key-reused");
    assertThat(stock(MOUSE)).isEqualTo(MICE - 7);
  }

  @ParameterizedTest
  @CsvSource({"3, 31, 422", "999, 1, 404"})
  void areRefusedAgainThoughTheyWouldSucceedNow(long product, int pieces, int status) {
    assertThat(take(key, product, pieces).status()).isEqualTo(status);
    database.sql("UPDATE product SET stock = 100 WHERE id = 3").update();
    database
        .sql("INSERT INTO product OVERRIDING SYSTEM VALUE VALUES (999, 'New', 1, 9, 'new')")
        .update();
    assertThat(take(key, product, pieces).status()).isEqualTo(status);
    assertThat(stock(MOUSE)).isEqualTo(100);
  }

  @Test
  void meanTheSameKeyWithAndWithoutQuotes() {
    take("\"" + key + "\"", MOUSE, 2);
    take(key, MOUSE, 2);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"\"", "\"a\"b\"", "\"a", " "})
  void areRefusedWithABrokenKey(String broken) {
    take(broken, MOUSE, 2).isProblem(400);
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void areRefusedWithTwoKeys() {
    Response answer =
        http()
            .with(TestTokens.admin())
            .with("Idempotency-Key", "a")
            .with("Idempotency-Key", "b")
            .send("PATCH", "/products/3/stock", "{\"decrement\":1}");
    answer.isProblem(400);
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void areTheCallersOwn() {
    take(key, MOUSE, 2);
    Response other =
        http()
            .with(TestTokens.service())
            .with("Idempotency-Key", key)
            .send("PATCH", "/products/3/stock", "{\"decrement\":3}");
    assertThat(other.status()).isEqualTo(200);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 5);
  }

  @Test
  void areKnownForADay() {
    take(key, MOUSE, 2);
    age("24 hours");
    purge.purge();
    take(key, MOUSE, 2);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 2);
    age("26 hours");
    purge.purge();
    take(key, MOUSE, 2);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 4);
  }

  @Test
  void areForgottenSoManyAtATime() {
    for (int product = 1; product <= 3; product++) {
      take(key + product, product, 1);
    }
    age("26 hours");
    assertThat(keys.deleteOlderThan(25, 2)).isEqualTo(2);
    assertThat(keys.deleteOlderThan(25, 2)).isEqualTo(1);
  }

  @Test
  void areForgottenUntilNoneIsLeft() {
    database
        .sql(
            """
            INSERT INTO idempotency_key (caller, key, fingerprint)
            SELECT 7, 'key-' || n, '' FROM generate_series(1, 2001) AS n
            """)
        .update();
    age("26 hours");
    purge.purge();
    assertThat(count("idempotency_key")).isZero();
  }

  private void age(String time) {
    database
        .sql("UPDATE idempotency_key SET created_at = now() - interval '" + time + "'")
        .update();
  }

  private Response add(String key, String body) {
    return http()
        .with(TestTokens.admin())
        .with("Idempotency-Key", key)
        .send("POST", "/products", body);
  }

  private Response take(String key, long product, int pieces) {
    Http caller = http().with(TestTokens.admin());
    return (key == null ? caller : caller.with("Idempotency-Key", key))
        .send("PATCH", "/products/" + product + "/stock", "{\"decrement\":" + pieces + "}");
  }
}

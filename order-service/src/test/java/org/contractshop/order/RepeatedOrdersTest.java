package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.order.OrderCaller.items;

import java.util.List;
import org.contractshop.testing.Response;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RepeatedOrdersTest extends ServiceTest {
  @Autowired private OrderRepository orders;
  @Autowired private OrderRecovery recovery;

  @Test
  void the_same_key_and_body_get_the_same_answer_and_one_order() {
    Response first = customer.order(items(1, 2), "a-key");
    Response second = customer.order(items(1, 2), "a-key");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(customer.get("/orders").json()).hasSize(1);
  }

  @Test
  void the_answer_stays_the_same_after_the_order_was_cancelled() {
    Response first = customer.order(items(1, 2), "a-key");
    customer.cancel(first.json().get("id").asLong());

    assertThat(customer.order(items(1, 2), "a-key").body()).isEqualTo(first.body());
  }

  @Test
  void a_refusal_is_repeated_too() {
    Response first = customer.order(items(1, 1000), "a-key");
    Response second = customer.order(items(1, 1000), "a-key");

    assertThat(first.status()).isEqualTo(422);
    assertThat(second.status()).isEqualTo(422);
    assertThat(withoutTrace(second)).isEqualTo(withoutTrace(first));
  }

  /** That of the request, which is another one. */
  private static String withoutTrace(Response problem) {
    return problem.body().replaceFirst("\"traceId\":\"[0-9a-f]{32}\"", "");
  }

  @Test
  void another_body_under_the_key_is_refused_and_does_nothing() {
    customer.order(items(1, 2), "a-key");

    Response refused = customer.order(items(999, 1), "a-key");

    refused.isProblemOfType(422, "idempotency-key-reused");
    assertThat(customer.get("/orders").json()).hasSize(1);
  }

  @Test
  void a_quoted_key_is_the_same_as_a_bare_one() {
    Response bare = customer.order(items(1, 2), "a-key");
    Response quoted = customer.order(items(1, 2), "\"a-key\"");

    assertThat(quoted.status()).isEqualTo(201);
    assertThat(quoted.body()).isEqualTo(bare.body());
  }

  @Test
  void the_same_request_is_the_same_json_in_whatever_order_of_its_members() {
    Response one = customer.order("{\"items\":[{\"productId\":1,\"quantity\":2}]}", "a-key");
    Response other = customer.order("{\"items\": [{\"quantity\": 2, \"productId\": 1}]}", "a-key");

    assertThat(other.status()).isEqualTo(201);
    assertThat(other.body()).isEqualTo(one.body());
  }

  @Test
  void two_keys_are_refused_and_nothing_is_ordered() {
    Response refused = customer.order(items(1, 2), "a-key", "another-key");

    refused.isInvalidField("Idempotency-Key");
    assertThat(customer.get("/orders").json()).isEmpty();
  }

  @Test
  void two_customers_may_use_the_same_key() {
    Response mine = customer.order(items(1, 2), "a-key");
    Response yours = new OrderCaller(customer.http().port(), 8).order(items(1, 2), "a-key");

    assertThat(yours.status()).isEqualTo(201);
    assertThat(yours.json().get("id")).isNotEqualTo(mine.json().get("id"));
  }

  @Test
  void fifty_parallel_requests_with_one_key_place_one_order() throws Exception {
    List<Response> answers = Together.run(50, number -> () -> orderUntilPlaced("a-key"));

    assertThat(answers).extracting(Response::status).containsOnly(201);
    assertThat(answers).extracting(Response::body).containsOnly(answers.get(0).body());
    assertThat(customer.get("/orders").json()).hasSize(1);
  }

  /** Repeats the request as long as the response says that this makes sense. */
  private Response orderUntilPlaced(String key) {
    Response answer = customer.order(items(1, 2), key);
    for (int repetition = 0;
        !answer.header("Retry-After").isEmpty() && repetition < 50;
        repetition++) {
      answer = customer.order(items(1, 2), key);
    }
    return answer;
  }

  @Test
  void a_key_in_progress_gets_409_and_is_told_when_to_come_back() {
    long order = pending("now() + interval '1 minute'");

    Response refused = customer.order(items(1, 2), "a-key");

    refused.isProblemOfType(409, "idempotency-key-in-progress");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(customer.get("/orders/" + order).text("status")).isEqualTo("pending");
  }

  @Test
  void a_repeated_request_completes_the_order_that_was_interrupted() {
    long order = pending("now() - interval '1 second'");

    Response placed = customer.order(items(1, 2), "a-key");

    assertThat(placed.status()).isEqualTo(201);
    assertThat(placed.json().get("id").asLong()).isEqualTo(order);
    assertThat(placed.json().get("total").decimalValue()).isEqualByComparingTo("259.98");
  }

  @Test
  void a_key_is_kept_for_a_day_and_then_forgotten() {
    customer.order(items(1, 2), "young");
    customer.order(items(1, 2), "old");
    age("young", 24);
    age("old", 26);

    recovery.forgetOldKeys();

    assertThat(orders.findKey(7, "young")).isPresent();
    assertThat(orders.findKey(7, "old")).isEmpty();
  }

  private void age(String key, int hours) {
    database
        .sql(
            "UPDATE idempotency_key SET created_at = now() - make_interval(hours => ?) WHERE key = ?")
        .params(hours, key)
        .update();
  }

  private long pending(String claimedUntil) {
    long order = History.addPending(database, claimedUntil);
    History.addKey(database, "a-key", order);
    return order;
  }
}

package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.order.OrderCaller.items;

import org.awaitility.Awaitility;
import org.contractshop.testing.Response;
import org.contractshop.testing.SlowCommits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A commit that succeeds later than the service waits for it. */
class CommitTest extends ServiceTest {
  @Autowired private Stock stock;

  @BeforeEach
  void closedCircuit() {
    Circuit.close(stock);
  }

  @AfterEach
  void quickCommits() {
    SlowCommits.end(database);
  }

  @Test
  void a_confirmation_that_was_not_acknowledged_is_told_as_such_and_found_by_its_key() {
    SlowCommits.begin(database, "orders", "NEW.status = 'confirmed'");

    Response unknown = customer.order(items(1, 2), "a-key");

    unknown.isProblemOfType(503, "outcome-unknown");
    assertThat(unknown.text("detail")).contains("may have been");
    assertThat(unknown.header("Retry-After")).isEqualTo("1");
    Awaitility.await()
        .until(() -> customer.get("/orders").json().at("/0/status").asString().equals("confirmed"));
    Response repeated = customer.order(items(1, 2), "a-key");
    assertThat(repeated.status()).isEqualTo(201);
    assertThat(customer.get("/orders").json()).hasSize(1);
  }

  @Test
  void a_cancellation_that_was_not_acknowledged_is_told_as_such() {
    long order = customer.order(items(1, 2)).json().get("id").asLong();
    SlowCommits.begin(database, "orders", "NEW.status = 'cancelled'");

    Response unknown = customer.cancel(order);

    unknown.isProblemOfType(503, "outcome-unknown");
    Awaitility.await().until(() -> customer.cancel(order).status() == 200);
  }
}

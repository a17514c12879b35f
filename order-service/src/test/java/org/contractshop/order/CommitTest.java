package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.order.OrderCaller.items;

import org.awaitility.Awaitility;
import org.contractshop.order.OrderCaller.Answer;
import org.contractshop.testing.SlowCommits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A commit that succeeds later than the service waits for it. */
@OrderServiceTest
class CommitTest {
  @Autowired private JdbcClient database;
  @Autowired private Stock stock;
  private OrderCaller customer;

  @BeforeEach
  void noOrders(@LocalServerPort int port) {
    History.clear(database);
    customer = new OrderCaller(port, 7);
    Circuit.close(stock);
  }

  @AfterEach
  void quickCommits() {
    SlowCommits.end(database);
  }

  @Test
  void a_confirmation_that_was_not_acknowledged_is_told_as_such_and_found_by_its_key() {
    SlowCommits.begin(database, "orders", "NEW.status = 'confirmed'");

    Answer unknown = customer.order(items(1, 2), "a-key");

    assertThat(unknown.status()).as(unknown.text()).isEqualTo(503);
    assertThat(unknown.json().get("type").asString()).isEqualTo("urn:problem-type:outcome-unknown");
    assertThat(unknown.json().get("detail").asString()).contains("may have been");
    assertThat(unknown.header("Retry-After")).isEqualTo("1");
    Awaitility.await()
        .until(() -> customer.get("/orders").json().at("/0/status").asString().equals("confirmed"));
    Answer repeated = customer.order(items(1, 2), "a-key");
    assertThat(repeated.status()).isEqualTo(201);
    assertThat(customer.get("/orders").json()).hasSize(1);
  }

  @Test
  void a_cancellation_that_was_not_acknowledged_is_told_as_such() {
    long order = customer.order(items(1, 2)).json().get("id").asLong();
    SlowCommits.begin(database, "orders", "NEW.status = 'cancelled'");

    Answer unknown = customer.cancel(order);

    assertThat(unknown.status()).as(unknown.text()).isEqualTo(503);
    assertThat(unknown.json().get("type").asString()).isEqualTo("urn:problem-type:outcome-unknown");
    Awaitility.await().until(() -> customer.cancel(order).status() == 200);
  }
}

package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.order.OrderCaller.items;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.contractshop.testing.FaultProxy;
import org.contractshop.testing.FaultProxy.Fault;
import org.contractshop.testing.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class UnreliableProductServiceTest extends ServiceTest {
  @Autowired private FaultProxy productService;
  @Autowired private Stock stock;
  @Autowired private OrderRecovery recovery;

  @AfterEach
  void noFault() {
    productService.set(Fault.NONE);
  }

  @BeforeEach
  void heal() {
    productService.set(Fault.NONE);
    Circuit.close(stock);
  }

  @ParameterizedTest
  @CsvSource({"RESET,503", "NONSENSE,503", "DROP_RESPONSE,503", "HANG,504", "DRIP,504"})
  void an_outage_is_told_in_time_and_as_an_outage(Fault fault, int status) {
    productService.set(fault);

    Response answer = customer.order(items(1, 2), "a-key");

    answer.isProblem(status);
    assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(customer.get("/orders").json().at("/0/status").asString()).isEqualTo("pending");

    heal();
    Response repeated = customer.order(items(1, 2), "a-key");
    assertThat(repeated.status()).as(repeated.body()).isEqualTo(201);
    assertThat(customer.get("/orders").json()).hasSize(1);
  }

  @Test
  void the_history_is_read_again_and_again_while_orders_hang() {
    productService.set(Fault.HANG);
    ExecutorService threads = Executors.newFixedThreadPool(40);
    try {
      List<CompletableFuture<Response>> hanging =
          IntStream.range(0, 40)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> customer.order(items(1, 2)), threads))
              .toList();
      Awaitility.await().until(() -> productService.requests(Fault.HANG) > 0);

      for (int read = 0; read < 5; read++) {
        assertThat(customer.get("/orders").status()).isEqualTo(200);
      }

      // An order hangs for 1.7 s: as long as one does, five reads took less.
      assertThat(hanging).anyMatch(answer -> !answer.isDone());
      assertThat(hanging.stream().map(CompletableFuture::join))
          .allMatch(answer -> answer.status() == 503 || answer.status() == 504)
          .allMatch(answer -> answer.took().toMillis() < 3_000);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void nothing_is_stored_while_the_circuit_is_open() {
    productService.set(Fault.RESET);
    Awaitility.await()
        .until(
            () -> {
              customer.order(items(1, 2));
              return !stock.isAvailable();
            });
    int stored = customer.get("/orders?limit=100").json().size();
    int asked = productService.requests(Fault.RESET);

    Response refused = customer.order(items(1, 2), "a-key");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.text("detail")).contains("Nothing was done");
    assertThat(customer.get("/orders?limit=100").json()).hasSize(stored);
    assertThat(productService.requests(Fault.RESET)).isEqualTo(asked);
  }

  @Test
  void an_abandoned_order_is_cancelled_and_its_stock_goes_back_when_product_service_is_there() {
    productService.set(Fault.DROP_RESPONSE);
    long order = abandoned();

    recovery.recover();
    assertThat(customer.get("/orders/" + order).text("status")).isEqualTo("cancelled");
    assertThat(stockReturned(order)).isFalse();

    heal();
    database.sql("UPDATE orders SET claimed_until = now()").update();
    recovery.recover();
    assertThat(stockReturned(order)).isTrue();
  }

  @Test
  void a_repeated_request_after_the_recovery_is_told_that_the_order_is_cancelled() {
    long order = abandoned();
    History.addKey(database, "a-key", order);
    recovery.recover();

    Response repeated = customer.order(items(1, 2), "a-key");

    repeated.isProblemOfType(409, "order-cancelled");
    assertThat(customer.get("/orders").json()).hasSize(1);
  }

  @Test
  void a_young_pending_order_is_left_to_its_customer() {
    long order = abandoned();
    database.sql("UPDATE orders SET claimed_until = now()").update();

    recovery.recover();

    assertThat(customer.get("/orders/" + order).text("status")).isEqualTo("pending");
  }

  @Test
  void cancelling_works_while_product_service_is_down_and_returns_the_stock_later() {
    Response placed = customer.order(items(1, 2));
    long order = placed.json().get("id").asLong();
    productService.set(Fault.RESET);

    Response cancelled = customer.cancel(order);

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(cancelled.json().get("total").decimalValue()).isEqualByComparingTo("259.98");

    heal();
    Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> stockReturned(order));
  }

  private boolean stockReturned(long order) {
    return database
        .sql("SELECT stock_returned FROM orders WHERE id = ?")
        .param(order)
        .query(Boolean.class)
        .single();
  }

  private long abandoned() {
    return History.addPending(database, "now() - interval '1 minute'");
  }
}

package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.testing.Response;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class HistoryTest extends ServiceTest {
  @Autowired private OrderRepository orders;

  @Test
  void pages_are_complete_and_stable_while_others_order() {
    List<Long> before = IntStream.range(0, 95).mapToObj(i -> begin(7)).toList();
    AtomicBoolean stop = new AtomicBoolean();
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 4)
            .mapToObj(
                writer ->
                    CompletableFuture.runAsync(
                        () -> {
                          while (!stop.get()) {
                            begin(7 + writer % 2);
                          }
                        }))
            .toList();
    List<Long> seen = new ArrayList<>();
    try {
      for (String page = "/orders?limit=10"; page != null; ) {
        Response answer = customer.get(page);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        answer.json().forEach(order -> seen.add(order.get("id").asLong()));
        String link = answer.header("Link");
        page = link.isEmpty() ? null : "/orders" + link.substring(1, link.indexOf('>'));
      }
    } finally {
      stop.set(true);
      writers.forEach(CompletableFuture::join);
    }

    assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(seen).containsAll(before);
  }

  @Test
  void an_order_and_its_lines_are_seen_as_they_were_at_one_moment() {
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              while (!stop.get()) {
                confirm(begin(7));
              }
            });
    Set<String> seen = new HashSet<>();
    try {
      for (int read = 0; read < 200 || seen.size() < 2; read++) {
        for (JsonNode order : customer.get("/orders?limit=5").json()) {
          seen.add(
              "%s: %d line, price %s, total %s"
                  .formatted(
                      order.get("status").asString(),
                      order.get("items").size(),
                      order.at("/items/0/unitPrice").asString("none"),
                      order.path("total").asString("none")));
        }
      }
    } finally {
      stop.set(true);
      writer.join();
    }

    assertThat(seen)
        .containsExactlyInAnyOrder(
            "pending: 1 line, price none, total none", "confirmed: 1 line, price 9.99, total 9.99");
  }

  private void confirm(long id) {
    Order order = orders.find(id).orElseThrow();
    OrderLine line = order.lines().get(0).reserved("Monitor", new BigDecimal("9.99"));
    orders.confirm(order.confirm(List.of(line)), RequestDeadline.within(Duration.ofSeconds(20)));
  }

  @Test
  void customers_see_only_their_own_orders() {
    long mine = begin(7);
    long yours = begin(8);

    assertThat(customer.get("/orders").json()).hasSize(1);
    assertThat(customer.get("/orders/" + mine).status()).isEqualTo(200);
    assertThat(customer.get("/orders/" + yours).status()).isEqualTo(403);
    assertThat(customer.cancel(yours).status()).isEqualTo(403);
    assertThat(customer.get("/orders/" + (yours + 1)).status()).isEqualTo(404);
  }

  @Test
  void a_foreign_cursor_is_refused() {
    assertThat(customer.get("/orders?after=bm90LWEtbnVtYmVy").status()).isEqualTo(400);
  }

  private long begin(long userId) {
    return orders
        .begin(
            new OrderRequest(userId, List.of(OrderLine.of(1, 1)), null),
            RequestDeadline.within(Duration.ofSeconds(20)))
        .orElseThrow()
        .id();
  }
}

package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Tally;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@link OverloadProgram}. It judges by counts, because the machine may be busy.
 */
@UsesSharedShop
final class OverloadIT {
  private static final int CALLERS = 400;
  private static final int STOCK = 1_000_000;
  private static final Duration DURATION = Duration.ofSeconds(5);

  private final SharedShop.Running running;
  private final Shop shop;

  OverloadIT(SharedShop.Running running) {
    this.running = running;
    this.shop = running.shop();
  }

  @Test
  void whatIsTooMuchIsRefusedAndNothingElseSuffers() {
    assumeTrue(running.adminEmail() != null && running.adminPassword() != null, "an admin");
    long product = newProduct();
    List<Caller> customers = Stream.generate(shop::newCustomer).limit(4).toList();
    URI uri = shop.orders().resolve("/orders");
    List<Request> orders =
        customers.stream().map(one -> Request.post(uri, one.token(), order(product))).toList();

    Tally placed;
    Tally read;
    try (LoadGenerator load = new LoadGenerator(CALLERS);
        LoadGenerator other = new LoadGenerator(10)) {
      CompletableFuture<Tally> reads =
          CompletableFuture.supplyAsync(
              () ->
                  other.openLoop(
                      10,
                      DURATION,
                      number -> Request.get(shop.products().resolve("/products/1"), null)));
      placed = load.closedLoop(CALLERS, DURATION, number -> orders.get((int) (number % 4)));
      read = reads.join();
    }

    // A busy machine may refuse one of them; the program wants all.
    assertThat(read.good())
        .as("reads of a product: %s", read.statuses())
        .isGreaterThanOrEqualTo(read.requests() * 9 / 10);
    assertThat(placed.good()).as("orders: %s", placed.statuses()).isPositive();
    assertThat(placed.good() + placed.count(429) + placed.count(503) + placed.count(504))
        .as("orders: %s", placed.statuses())
        .isEqualTo(placed.requests());
    assertThat(placed.withoutRetryAfter()).isZero();
    customers.get(0).postUntilDecided(uri, order(product)).expect(201);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(STOCK - shop.stock(product))
                    .isEqualTo(customers.stream().mapToInt(one -> confirmed(one, uri)).sum())
                    .isGreaterThan((int) placed.good()));
  }

  private long newProduct() {
    return shop.logIn(running.adminEmail(), running.adminPassword())
        .post(
            shop.products().resolve("/products"),
            """
            {"name": "Overload", "price": 9.99, "stock": %d, "category": "test"}
            """
                .formatted(STOCK))
        .expect(201)
        .get("id")
        .longValue();
  }

  private static String order(long product) {
    return "{\"items\":[{\"productId\":%d,\"quantity\":1}]}".formatted(product);
  }

  private static int confirmed(Caller customer, URI orders) {
    return (int)
        customer.all(orders).stream()
            .filter(order -> order.get("status").stringValue().equals("confirmed"))
            .count();
  }
}

package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders of one product that a fault disturbs, and the books of the shop before and after it. */
final class OrdersUnderFault {
  private static final int AT_ONCE = 4;
  private static final long PRODUCT = 2;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Two round trips of an order to a database that is slow are the least. */
  private static final Duration SLOW = Duration.ofMillis(300);

  private final Shop shop;
  private final URI overview;
  private final Caller customer;
  private final List<String> keys = new ArrayList<>();
  private final Books before;

  /** What stands on the page about a product. */
  private record Books(long stock, long reserved, long confirmed) {}

  OrdersUnderFault(Shop shop, URI overview) throws IOException, InterruptedException {
    this.shop = shop;
    this.overview = overview;
    this.customer = shop.newCustomer();
    this.before = books();
  }

  /** All of them are refused in time, and told when to come again; or only late. */
  void meet(String fault) {
    List<String> sent = Stream.generate(() -> UUID.randomUUID().toString()).limit(AT_ONCE).toList();
    keys.addAll(sent);
    List<Sent> orders = sent.stream().map(this::send).toList();
    boolean lateIsEnough = fault.equals("slow-database");
    assertThat(orders)
        .as(fault)
        .allSatisfy(
            order -> {
              if (order.status() != 201) {
                assertThat(order.status()).isIn(503, 504);
                assertThat(order.header("Retry-After")).isNotNull();
              } else {
                assertThat(lateIsEnough).isTrue();
                assertThat(order.took()).isGreaterThan(SLOW);
              }
            });
  }

  /** Each is confirmed when it is repeated, or given up; and stock and orders add up. */
  void areSettledWithoutLoss() {
    long confirmed = keys.stream().filter(this::isConfirmed).count();
    assertThat(customer.all(shop.orders().resolve("/orders")))
        .filteredOn(order -> order.get("status").asString().equals("confirmed"))
        .hasSize((int) confirmed);
    Books expected =
        new Books(
            before.stock - confirmed, before.reserved + confirmed, before.confirmed + confirmed);
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(books()).isEqualTo(expected));
  }

  private boolean isConfirmed(String key) {
    return await()
            .atMost(LIMIT)
            .pollDelay(Duration.ZERO)
            .until(() -> send(key), order -> order.status() == 201 || order.isCancelled())
            .status()
        == 201;
  }

  private Sent send(String key) {
    return Sent.order(shop.orders(), customer.token(), PRODUCT, key);
  }

  private Books books() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(overview.resolve("live/stock")).build();
    HttpResponse<String> page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    long[] numbers =
        page.body()
            .lines()
            .map(line -> line.split("\t"))
            .filter(line -> line[0].equals(String.valueOf(PRODUCT)))
            .flatMapToLong(line -> Arrays.stream(line).skip(2).mapToLong(Long::parseLong))
            .toArray();
    return new Books(numbers[0], numbers[1], numbers[2]);
  }
}

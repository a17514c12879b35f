package org.contractshop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractshop.tools.junit.SpecExchanges;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the shop promises under contention and outages, with two instances of product-service and
 * order-service.
 */
final class PromisesIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static ShopSystem system;
  private static Shop shop;
  private static List<URI> orderServices;

  @BeforeAll
  static void startTwoOfEach(@TempDir Path data) throws IOException {
    system = new ShopSystem(Settings.onFreePorts(data), System.out::println);
    system.start();
    shop = Shop.of(system);
    List<Integer> ports = Ports.free(2);
    ServiceProcess product =
        system.startInstance(Service.PRODUCT, "product-service-2", ports.get(0), Map.of());
    ServiceProcess order =
        system.startInstance(
            Service.ORDER,
            "order-service-2",
            ports.get(1),
            Map.of("PRODUCT_SERVICE_URL", product.url().toString()));
    orderServices = List.of(shop.orders(), order.url());
    await().atMost(Duration.ofSeconds(60)).until(() -> product.isHealthy() && order.isHealthy());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void parallelOrdersSellExactlyWhatThereIs() {
    long product = newProduct(30);
    Caller customer = shop.newCustomer();

    List<Integer> statuses =
        inParallel(
            120, i -> orderUntilAnswered(orderServices.get(i % 2), customer, product, "race-" + i));

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(30);
    assertThat(statuses).filteredOn(status -> status == 422).hasSize(90);
    assertThat(shop.stock(product)).isZero();
    assertThat(customer.get(shop.orders().resolve("/orders")).expect(200)).hasSize(30);
  }

  @Test
  void aKeyOrdersOnceAlsoThroughTwoInstances() {
    long product = newProduct(30);
    Caller customer = shop.newCustomer();

    List<Integer> statuses =
        inParallel(
            50, i -> orderUntilAnswered(orderServices.get(i % 2), customer, product, "once"));

    assertThat(statuses).containsOnly(201);
    assertThat(shop.stock(product)).isEqualTo(29);
    assertThat(customer.get(orderServices.get(1).resolve("/orders")).expect(200)).hasSize(1);
  }

  @Test
  void aFrozenPostgresIsToldInTimeAndHealsByItself() throws IOException {
    Caller customer = shop.newCustomer();
    List<Long> processes = postgresProcesses();
    signal("STOP", processes);
    try {
      assertThatEverythingButLifeIsDown(customer.token());
    } finally {
      signal("CONT", processes);
    }
    awaitHealed(customer);
  }

  @Test
  void aCrashedPostgresIsToldInTimeAndHealsByItself() {
    Caller customer = shop.newCustomer();
    system.postgres().kill();
    try {
      assertThatEverythingButLifeIsDown(customer.token());
    } finally {
      system.postgres().start();
    }
    awaitHealed(customer);
  }

  @Test
  void aFrozenProductServiceStopsNothingButOrders() throws IOException {
    Caller customer = shop.newCustomer();
    List<Long> process = List.of(system.service(Service.PRODUCT).pid());
    signal("STOP", process);
    try {
      Sent placed = send(order(shop.orders(), customer.token(), 1, "frozen"));
      Sent history = send(get(shop.orders().resolve("/orders"), customer.token()));

      assertThat(history.status()).isEqualTo(200);
      assertThat(placed.status()).isIn(503, 504);
      assertThat(placed.took()).isLessThan(Duration.ofSeconds(2));
      assertThat(placed.header("Retry-After")).isEqualTo("1");
    } finally {
      signal("CONT", process);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(send(order(shop.orders(), customer.token(), 1, "frozen")).status())
                    .isIn(201, 409));
  }

  @Test
  void anInstanceStartsAndIsReadyWithoutItsPeers() throws IOException {
    List<Integer> ports = Ports.free(2);
    String nobody = "http://localhost:" + ports.get(1);
    ServiceProcess alone =
        system.startInstance(
            Service.ORDER,
            "order-service-alone",
            ports.get(0),
            Map.of("PRODUCT_SERVICE_URL", nobody, "USER_SERVICE_URL", nobody));
    try {
      await().atMost(Duration.ofSeconds(60)).until(alone::isHealthy);
      Caller customer = shop.newCustomer();

      assertThat(send(get(alone.url().resolve("/readyz"), null)).status()).isEqualTo(200);
      assertThat(send(get(alone.url().resolve("/orders"), customer.token())).status())
          .isEqualTo(200);
      assertThat(send(order(alone.url(), customer.token(), 1, "alone")).status()).isEqualTo(503);
    } finally {
      alone.requestStop();
      alone.awaitStop(Duration.ofSeconds(20));
    }
  }

  private static void assertThatEverythingButLifeIsDown(String token) {
    List<Sent> answers =
        Stream.of(
                get(shop.orders().resolve("/orders"), token),
                get(shop.products().resolve("/products"), null),
                get(shop.users().resolve("/users/me"), token),
                order(shop.orders(), token, 1, "down"))
            .map(PromisesIT::send)
            .toList();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(503);
              assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
              assertThat(answer.header("Retry-After")).isNotNull();
              assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            });
    for (URI service : List.of(shop.users(), shop.products(), shop.orders())) {
      assertThat(send(get(service.resolve("/livez"), null)).status()).isEqualTo(200);
      assertThat(send(get(service.resolve("/health"), null)).status()).isEqualTo(200);
      assertThat(send(get(service.resolve("/readyz"), null)).status()).isEqualTo(503);
    }
  }

  private static void awaitHealed(Caller customer) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              for (URI service : List.of(shop.users(), shop.products(), shop.orders())) {
                assertThat(send(get(service.resolve("/readyz"), null)).status()).isEqualTo(200);
              }
              customer.get(orderServices.get(1).resolve("/orders")).expect(200);
            });
  }

  private static List<Integer> inParallel(int count, IntFunction<Integer> work) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<Integer>> running =
          IntStream.range(0, count)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  /** As a client does that wants to know: repeats with the same key what got no verdict. */
  private static int orderUntilAnswered(URI service, Caller customer, long product, String key) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInSameThread()
        .ignoreExceptionsMatching(failure -> failure.getCause() instanceof IOException) // no answer
        .until(
            () -> send(order(service, customer.token(), product, key)).status(),
            status -> status == 201 || status == 422);
  }

  private static long newProduct(int stock) {
    Secrets secrets = system.secrets();
    return shop.logIn(secrets.get(Secrets.ADMIN_EMAIL), secrets.get(Secrets.ADMIN_PASSWORD))
        .post(
            shop.products().resolve("/products"),
            """
            {"name": "Fought for", "price": 9.99, "stock": %d, "category": "test"}
            """
                .formatted(stock))
        .expect(201)
        .get("id")
        .longValue();
  }

  private static HttpRequest.Builder get(URI uri, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder order(URI service, String token, long product, String key) {
    return get(service.resolve("/orders"), token)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(
            BodyPublishers.ofString(
                "{\"items\":[{\"productId\":%d,\"quantity\":1}]}".formatted(product)));
  }

  /** A request that is on its way, with others at the same time. */
  private static Sent send(HttpRequest.Builder request) {
    return new Sent(HTTP, request.timeout(Duration.ofSeconds(20)).build());
  }

  private static List<Long> postgresProcesses() {
    ProcessHandle postmaster = ProcessHandle.of(system.postgres().pid()).orElseThrow();
    List<Long> pids = new ArrayList<>(List.of(postmaster.pid()));
    postmaster.descendants().map(ProcessHandle::pid).forEach(pids::add);
    return pids;
  }

  private static void signal(String name, List<Long> processes) throws IOException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(pid -> command.add(pid.toString()));
    new ProcessBuilder(command).start().onExit().join();
  }

  private static final class Sent {
    private final long start = System.nanoTime();
    private final CompletableFuture<HttpResponse<String>> response;
    private volatile long end;

    Sent(HttpClient http, HttpRequest request) {
      response =
          http.sendAsync(request, BodyHandlers.ofString())
              .whenComplete((answer, failure) -> end = System.nanoTime())
              .thenApply(
                  answer -> {
                    SpecExchanges.checkAny(request, answer);
                    return answer;
                  });
    }

    int status() {
      return response.join().statusCode();
    }

    String header(String name) {
      return response.join().headers().firstValue(name).orElse(null);
    }

    Duration took() {
      response.join();
      return Duration.ofNanos(end - start);
    }
  }
}

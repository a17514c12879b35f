package org.contractshop.product.reservation;

import static org.contractshop.product.reservation.Reservations.PATIENCE;
import static org.contractshop.product.reservation.Reservations.reserveAll;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shows whether gathering reservations pays: one transaction for each reservation against the
 * {@link ReservationBatcher}, on a PostgreSQL as durable as in production. Every reservation has
 * two lines, one in ten repeats the one before.
 *
 * <p>Its name keeps it out of builds: it measures the machine too. docs/orders.md says how to run
 * it; it takes about two minutes.
 */
final class ReservationBenchmark {
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(5);

  @Test
  void showsWhetherGatheringPays() throws Exception {
    try (EmbeddedPostgres server = durableServer();
        ConfigurableApplicationContext service =
            SpringApplication.run(
                Class.forName("org.contractshop.product.ProductServiceApplication"),
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--shop.embedded-database=false",
                "--logging.level.root=error",
                "--server.port=0")) {
      JdbcClient database = service.getBean(JdbcClient.class);
      ReservationTransactions transactions = service.getBean(ReservationTransactions.class);
      ReservationBatcher batcher = service.getBean(ReservationBatcher.class);
      System.out.printf(
          "%8s %7s  %-21s %14s %8s %8s %8s%n",
          "products", "threads", "way", "reservations/s", "p50 ms", "p99 ms", "failed");
      for (int products : new int[] {3, 1_000}) {
        for (int threads : new int[] {1, 16, 64}) {
          fill(database, products);
          measure(
              "one transaction each",
              products,
              threads,
              request -> reserveAll(transactions, List.of(request)).get(0));
          fill(database, products);
          measure("gathered", products, threads, request -> batcher.reserve(request, PATIENCE));
        }
      }
    }
  }

  private static EmbeddedPostgres durableServer() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .start();
  }

  private static void fill(JdbcClient database, int products) {
    database
        .sql("TRUNCATE product, stock_reservation, stock_reservation_line_v1 RESTART IDENTITY")
        .update();
    database
        .sql(
            """
            INSERT INTO product (name, price, stock, category)
            SELECT 'Product ' || number, 9.99, 1000000000, 'all'
            FROM generate_series(1, ?) AS number
            """)
        .param(products)
        .update();
    database.sql("VACUUM ANALYZE product").update();
  }

  private static void measure(
      String way,
      int products,
      int threads,
      Function<ReservationRequest, ReservationOutcome> reserve)
      throws InterruptedException, ExecutionException {
    run(WARM_UP, products, threads, reserve);
    Result result = run(MEASURED, products, threads, reserve);
    long[] nanos = result.nanos();
    Arrays.sort(nanos);
    System.out.printf(
        "%,8d %7d  %-21s %,14d %8.1f %8.1f %,8d%n",
        products,
        threads,
        way,
        nanos.length / MEASURED.toSeconds(),
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        result.failed());
  }

  private static Result run(
      Duration duration,
      int products,
      int threads,
      Function<ReservationRequest, ReservationOutcome> reserve)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + duration.toNanos();
    ExecutorService callers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Result>> results = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        Random random = new Random(thread);
        results.add(callers.submit(() -> call(end, products, random, reserve)));
      }
      Result total = new Result(new long[0], 0);
      for (Future<Result> result : results) {
        total = total.and(result.get());
      }
      return total;
    } finally {
      callers.shutdownNow();
    }
  }

  private static Result call(
      long end,
      int products,
      Random random,
      Function<ReservationRequest, ReservationOutcome> reserve) {
    LongStream.Builder nanos = LongStream.builder();
    int failed = 0;
    ReservationRequest request = request(products, random);
    while (System.nanoTime() < end) {
      request = random.nextInt(10) == 0 ? request : request(products, random);
      long start = System.nanoTime();
      try {
        reserve.apply(request);
        nanos.add(System.nanoTime() - start);
      } catch (RuntimeException exception) {
        failed++;
      }
    }
    return new Result(nanos.build().toArray(), failed);
  }

  private static ReservationRequest request(int products, Random random) {
    long first = 1 + random.nextInt(products);
    long second = 1 + (first + random.nextInt(products - 1)) % products;
    return new ReservationRequest(
        UUID.randomUUID(), List.of(new ReservationLine(first, 1), new ReservationLine(second, 1)));
  }

  private record Result(long[] nanos, int failed) {
    Result and(Result other) {
      return new Result(
          LongStream.concat(LongStream.of(nanos), LongStream.of(other.nanos)).toArray(),
          failed + other.failed);
    }
  }
}

package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.product.reservation.Reservations.PATIENCE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractshop.product.ServiceTest;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything that writes stock, at random, at the same time. */
class ReservationStormTest extends ServiceTest {
  private static final int SEED = 20260101;
  private static final int WRITERS = 16;
  private static final int STEPS = 60;
  private static final int BASKETS = 150;

  /** Of the three products; every transaction must leave it alone. */
  private static final String STOCK_AND_HELD =
      """
      SELECT product.id, product.stock + coalesce(sum(quantity) FILTER (WHERE status = 'held'), 0)
      FROM product
      LEFT JOIN stock_reservation_line ON product_id = product.id
      LEFT JOIN stock_reservation AS reservation ON reservation.id = reservation_id
      GROUP BY product.id
      """;

  @Autowired private ReservationTransactions transactions;
  @Autowired private ReservationBatcher batcher;
  private final AtomicInteger busyWriters = new AtomicInteger(WRITERS);

  @AutoClose("destroy")
  private ReservationBatcher otherInstance;

  @BeforeEach
  void startTheOtherInstance() {
    otherInstance = new ReservationBatcher(transactions);
  }

  /** What a step came to. */
  private enum Outcome {
    TAKEN,
    REPEATED,
    SHORT,
    WAS_RELEASED,
    RELEASE
  }

  @Test
  void keepsStockAndHeldPiecesTogether() throws Exception {
    List<ReservationRequest> baskets = baskets();
    List<Map<Outcome, Integer>> counts =
        Together.run(
            WRITERS + 1, number -> number == WRITERS ? this::watch : writer(number, baskets));
    assertThat(stockAndHeld()).isEqualTo(Map.of(1L, 50L, 2L, 120L, 3L, 30L));
    for (Outcome outcome : Outcome.values()) {
      assertThat(counts).as("the storm met %s", outcome).anyMatch(map -> map.containsKey(outcome));
    }

    baskets.forEach(basket -> transactions.release(basket.id()));
    assertThat(List.of(stock(KEYBOARD), stock(HUB), stock(MOUSE)))
        .containsExactly(KEYBOARDS, HUBS, MICE);
  }

  private Callable<Map<Outcome, Integer>> writer(int number, List<ReservationRequest> baskets) {
    Random random = new Random(SEED + number);
    ReservationBatcher instance = number % 2 == 0 ? batcher : otherInstance;
    return () -> {
      Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
      try {
        for (int step = 0; step < STEPS; step++) {
          ReservationRequest basket = baskets.get(random.nextInt(BASKETS));
          counts.merge(step(basket, instance, random.nextInt(10)), 1, Integer::sum);
        }
      } finally {
        busyWriters.decrementAndGet();
      }
      return counts;
    };
  }

  private Outcome step(ReservationRequest basket, ReservationBatcher instance, int dice) {
    if (dice < 3) {
      transactions.release(basket.id());
      return Outcome.RELEASE;
    }
    ReservationOutcome outcome = instance.reserve(basket, PATIENCE);
    if (outcome instanceof ReservationOutcome.Held held) {
      return held.created() ? Outcome.TAKEN : Outcome.REPEATED;
    }
    return outcome instanceof ReservationOutcome.Released ? Outcome.WAS_RELEASED : Outcome.SHORT;
  }

  /** Reads all the time. A statement sees the database between two transactions. */
  private Map<Outcome, Integer> watch() {
    int reads = 0;
    for (; busyWriters.get() > 0 || reads == 0; reads++) {
      assertThat(stockAndHeld()).isEqualTo(Map.of(1L, 50L, 2L, 120L, 3L, 30L));
      assertThat(http().get("/products").each("stock")).noneMatch(stock -> stock.startsWith("-"));
    }
    assertThat(reads).as("reads during the storm").isGreaterThan(10);
    return Map.of();
  }

  private Map<Long, Long> stockAndHeld() {
    Map<Long, Long> sums = new HashMap<>();
    database
        .sql(STOCK_AND_HELD)
        .query(
            row -> {
              sums.put(row.getLong(1), row.getLong(2));
            });
    return sums;
  }

  private static List<ReservationRequest> baskets() {
    Random random = new Random(SEED);
    List<ReservationRequest> baskets = new ArrayList<>();
    for (int basket = 0; basket < BASKETS; basket++) {
      List<ReservationLine> lines = new ArrayList<>();
      for (int line = 0; line <= random.nextInt(3); line++) {
        lines.add(new ReservationLine(1 + random.nextInt(3), 1 + random.nextInt(4)));
      }
      baskets.add(new ReservationRequest(new UUID(random.nextLong(), random.nextLong()), lines));
    }
    return baskets;
  }
}

package org.contractshop.product;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions of which one waits for the other at the worst moment. */
class InterleavedReservationsTest extends ServiceTest {
  private static final UUID ID = UUID.fromString("10000000-0000-4000-8000-000000000001");
  private static final ReservationRequest MICE_WANTED =
      new ReservationRequest(ID, List.of(new Line(MOUSE, 2)));

  @Autowired private StockReservations reservations;
  @Autowired private Products products;
  @Autowired private ReservationBatcher batcher;
  @Autowired private TransactionTemplate transaction;

  @Test
  void findsTheVerdictOnOtherLinesThatWasReachedMeanwhile() throws Exception {
    ReservationRequest hubsWanted = new ReservationRequest(ID, List.of(new Line(HUB, 1)));
    Verdict verdict =
        whileUncommitted(
            () -> reservations.reserve(List.of(hubsWanted)), () -> batcher.reserve(MICE_WANTED));
    assertThat(verdict).isEqualTo(new Verdict.OtherLines());
    assertThat(stock(HUB)).isEqualTo(HUBS - 1);
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void findsTheReleaseThatCameMeanwhile() throws Exception {
    Verdict verdict = whileUncommitted(() -> release(ID), () -> batcher.reserve(MICE_WANTED));
    assertThat(verdict).isEqualTo(new Verdict.Released());
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void releasesAReservationThatIsMadeMeanwhile() throws Exception {
    whileUncommitted(() -> reservations.reserve(List.of(MICE_WANTED)), () -> release(ID));
    assertThat(stock(MOUSE)).isEqualTo(MICE);
    assertThat(batcher.reserve(MICE_WANTED)).isEqualTo(new Verdict.Released());
  }

  @Test
  void reservesWhatAReleasePutsBackMeanwhile() throws Exception {
    UUID other = UUID.randomUUID();
    reservations.reserve(List.of(new ReservationRequest(other, List.of(new Line(MOUSE, MICE)))));
    Verdict verdict = whileUncommitted(() -> release(other), () -> batcher.reserve(MICE_WANTED));
    assertThat(verdict).isInstanceOf(Verdict.Held.class);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 2);
  }

  @Test
  void decrementsNothingThatAReservationTakesMeanwhile() throws Exception {
    ReservationRequest allMice = new ReservationRequest(ID, List.of(new Line(MOUSE, MICE)));
    Throwable refusal =
        whileUncommitted(
            () -> reservations.reserve(List.of(allMice)),
            () -> catchThrowable(() -> products.decrement(MOUSE, 1)));
    assertThat(refusal).isInstanceOf(InsufficientStockException.class);
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void reservesNothingThatADecrementTakesMeanwhile() throws Exception {
    Verdict verdict =
        whileUncommitted(
            () -> products.decrement(MOUSE, MICE - 1), () -> batcher.reserve(MICE_WANTED));
    assertThat(verdict).isEqualTo(new Verdict.InsufficientStock(MOUSE));
    assertThat(stock(MOUSE)).isEqualTo(1);
  }

  private Verdict release(UUID id) {
    reservations.release(id);
    return new Verdict.Released();
  }

  /** Does the first in a transaction that commits only when the second waits for it. */
  private <T> T whileUncommitted(Supplier<?> first, Supplier<T> second) throws Exception {
    CompletableFuture<T> result =
        transaction.execute(
            status -> {
              first.get();
              CompletableFuture<T> waiting = CompletableFuture.supplyAsync(second);
              await()
                  .pollDelay(Duration.ZERO) // the lock is waited for only so long
                  .pollInterval(Duration.ofMillis(10))
                  .until(() -> waits() || waiting.isDone());
              assertThat(waiting).isNotDone();
              return waiting;
            });
    return result.get(5, SECONDS);
  }

  private boolean waits() {
    return database
        .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        .query(Boolean.class)
        .single();
  }
}

package org.contractshop.product.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractshop.product.reservation.Reservations.PATIENCE;
import static org.contractshop.product.reservation.Reservations.insufficientStock;
import static org.contractshop.product.reservation.Reservations.line;
import static org.contractshop.product.reservation.Reservations.reserveAll;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.contractshop.product.ServiceTest;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions of which one waits for the other at the worst moment. */
class InterleavedReservationsTest extends ServiceTest {
  private static final UUID ID = UUID.fromString("10000000-0000-4000-8000-000000000001");
  private static final ReservationRequest MICE_WANTED =
      new ReservationRequest(ID, List.of(line(MOUSE, 2)));

  @Autowired private ReservationTransactions transactions;
  @Autowired private ReservationBatcher batcher;
  @Autowired private TransactionTemplate transaction;

  @Test
  void findsTheVerdictOnOtherLinesThatWasReachedMeanwhile() throws Exception {
    ReservationRequest hubsWanted = new ReservationRequest(ID, List.of(line(HUB, 1)));
    ReservationOutcome outcome =
        whileUncommitted(
            () -> reserveAll(transactions, List.of(hubsWanted)),
            () -> batcher.reserve(MICE_WANTED, PATIENCE));
    assertThat(outcome).isEqualTo(new ReservationOutcome.OtherLines());
    assertThat(stock(HUB)).isEqualTo(HUBS - 1);
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void findsTheReleaseThatCameMeanwhile() throws Exception {
    ReservationOutcome outcome =
        whileUncommitted(() -> release(ID), () -> batcher.reserve(MICE_WANTED, PATIENCE));
    assertThat(outcome).isEqualTo(new ReservationOutcome.Released());
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void releasesAReservationThatIsMadeMeanwhile() throws Exception {
    whileUncommitted(() -> reserveAll(transactions, List.of(MICE_WANTED)), () -> release(ID));
    assertThat(stock(MOUSE)).isEqualTo(MICE);
    assertThat(batcher.reserve(MICE_WANTED, PATIENCE)).isEqualTo(new ReservationOutcome.Released());
  }

  @Test
  void reservesWhatAReleasePutsBackMeanwhile() throws Exception {
    UUID other = UUID.randomUUID();
    reserveAll(transactions, List.of(new ReservationRequest(other, List.of(line(MOUSE, MICE)))));
    ReservationOutcome outcome =
        whileUncommitted(() -> release(other), () -> batcher.reserve(MICE_WANTED, PATIENCE));
    assertThat(outcome).isInstanceOf(ReservationOutcome.Held.class);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 2);
  }

  @Test
  void decrementsNothingThatAReservationTakesMeanwhile() throws Exception {
    ReservationRequest allMice = new ReservationRequest(ID, List.of(line(MOUSE, MICE)));
    Response refusal =
        whileUncommitted(() -> reserveAll(transactions, List.of(allMice)), () -> decrement(1));
    assertThat(refusal.status()).isEqualTo(422);
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void reservesNothingThatADecrementTakesMeanwhile() throws Exception {
    ReservationOutcome outcome =
        whileUncommitted(
            () -> sql("UPDATE product SET stock = 1 WHERE id = 3"),
            () -> batcher.reserve(MICE_WANTED, PATIENCE));
    assertThat(outcome).isEqualTo(insufficientStock(MOUSE));
    assertThat(stock(MOUSE)).isEqualTo(1);
  }

  private Response decrement(int pieces) {
    return http()
        .with(TestTokens.service())
        .send("PATCH", "/products/3/stock", "{\"decrement\":" + pieces + "}");
  }

  private int sql(String statement) {
    return database.sql(statement).update();
  }

  private ReservationOutcome release(UUID id) {
    transactions.release(id);
    return new ReservationOutcome.Released();
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

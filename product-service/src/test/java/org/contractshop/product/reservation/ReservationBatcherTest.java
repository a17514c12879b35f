package org.contractshop.product.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.contractshop.product.reservation.Reservations.PATIENCE;
import static org.contractshop.product.reservation.Reservations.request;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.contractshop.base.telemetry.Span;
import org.contractshop.product.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class ReservationBatcherTest extends ServiceTest {
  @Autowired private ReservationTransactions transactions;
  private GatedTransactions gated;
  private ReservationBatcher batcher;
  private Callers callers;

  @BeforeEach
  void start() {
    gated = new GatedTransactions(transactions);
    batcher = new ReservationBatcher(gated);
    callers = new Callers(batcher, PATIENCE);
  }

  @AfterEach
  void stop() throws InterruptedException {
    gated.setFault(() -> {});
    gated.open();
    batcher.destroy();
    callers.join();
  }

  @Test
  void decidesALoneRequestAtOnce() throws Exception {
    gated.open();
    assertHeld(callers.reserve(MOUSE, 1));
    assertThat(gated.batches()).containsExactly(1);
  }

  @Test
  void gathersWhatArrivesDuringATransaction() throws Exception {
    var first = reserveAndHoldUp();
    var others = IntStream.range(0, 5).mapToObj(number -> callers.reserve(HUB, 1)).toList();
    callers.awaitQueued();
    gated.open();
    assertHeld(first);
    for (CompletableFuture<ReservationOutcome> other : others) {
      assertHeld(other);
    }
    assertThat(gated.batches()).containsExactly(1, 5);
    assertThat(stock(HUB)).isEqualTo(HUBS - 5);
  }

  @Test
  void decidesABatchInTheTraceOfItsFirstRequest() throws Exception {
    Span span = Span.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", null);
    Set<String> traces = ConcurrentHashMap.newKeySet();
    gated.setFault(() -> traces.add(String.valueOf(MDC.get(Span.TRACE_ID))));
    gated.open();
    span.during(() -> batcher.reserve(request(MOUSE, 1), PATIENCE));
    assertThat(traces).containsExactly(span.traceId());
    assertHeld(callers.reserve(MOUSE, 1));
    assertThat(traces).containsExactlyInAnyOrder(span.traceId(), "null");
  }

  @Test
  void keepsAFailureFromTheNeighboursInTheBatch() throws Exception {
    var first = reserveAndHoldUp();
    var before = callers.reserve(HUB, 1);
    var failing =
        callers.reserve(HUB, Integer.MIN_VALUE); // the database checks that stock fits its column
    var after = callers.reserve(HUB, 1);
    callers.awaitQueued();
    gated.open();
    assertHeld(first);
    assertHeld(before);
    assertHeld(after);
    assertThatThrownBy(() -> failing.get(5, SECONDS))
        .hasCauseInstanceOf(DataIntegrityViolationException.class);
    assertThat(gated.batches()).containsExactly(1, 3, 1, 1, 1);
    assertThat(stock(HUB)).isEqualTo(HUBS - 2);
  }

  @Test
  void triesAgainAfterMeetingAnotherTransaction() throws Exception {
    var request = reserveAndHoldUp();
    gated.setFault(
        () -> {
          gated.setFault(() -> {});
          throw new ConcurrentReservationException();
        });
    gated.open();
    assertHeld(request);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 1);
  }

  @Test
  void givesUpARequestThatAlwaysMeetsAnotherTransaction() {
    var request = reserveAndHoldUp();
    gated.setFault(
        () -> {
          throw new ConcurrentReservationException();
        });
    gated.open();
    assertOverload(request);
  }

  @Test
  void goesOnAfterAnError() throws Exception {
    var request = reserveAndHoldUp();
    gated.setFault(
        () -> {
          throw new StackOverflowError();
        });
    gated.open();
    assertThatThrownBy(() -> request.get(5, SECONDS))
        .hasRootCauseInstanceOf(StackOverflowError.class);
    gated.setFault(() -> {});
    assertHeld(callers.reserve(MOUSE, 1));
  }

  @Test
  void doesNotDecideWhatNobodyWaitsForAnyMore() throws Exception {
    var first = reserveAndHoldUp();
    Callers impatient = new Callers(batcher, Duration.ofMillis(100));
    assertOverload(impatient.reserve(HUB, 1));
    gated.open();
    assertHeld(first);
    assertHeld(callers.reserve(KEYBOARD, 1));
    assertThat(stock(HUB)).isEqualTo(HUBS);
  }

  @Test
  void knowsWhetherATransactionIsUnderWayWhenItGivesUp() {
    Callers impatient = new Callers(batcher, Duration.ofMillis(500));
    var started = impatient.reserve(MOUSE, 1);
    gated.awaitArrival();
    var queued = impatient.reserve(HUB, 1);
    assertThat(timeout(started).isOutcomeUnknown()).isTrue();
    assertThat(timeout(queued).isOutcomeUnknown()).isFalse();
  }

  private static ReservationTimeoutException timeout(
      CompletableFuture<ReservationOutcome> outcome) {
    return (ReservationTimeoutException) catchThrowable(() -> outcome.get(5, SECONDS)).getCause();
  }

  @Test
  void refusesAtOnceWhenTheQueueIsFull() {
    reserveAndHoldUp();
    for (int queued = 0; queued < ReservationBatcher.QUEUE_CAPACITY; queued++) {
      callers.reserve(HUB, 1);
    }
    callers.awaitQueued();
    long start = System.nanoTime();
    assertThatThrownBy(() -> batcher.reserve(request(HUB, 1), PATIENCE))
        .isInstanceOf(ReservationTimeoutException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void finishesWhatIsQueuedBeforeItEnds() throws Exception {
    var first = reserveAndHoldUp();
    var second = callers.reserve(HUB, 1);
    callers.awaitQueued();
    Thread end =
        new Thread(
            () -> {
              try {
                batcher.destroy();
              } catch (InterruptedException exception) {
                throw new IllegalStateException(exception);
              }
            });
    end.start();
    await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
    gated.open();
    assertHeld(first);
    assertHeld(second);
    end.join();
    assertOverload(callers.reserve(KEYBOARD, 1));
  }

  /** A reservation whose transaction is under way. */
  private CompletableFuture<ReservationOutcome> reserveAndHoldUp() {
    CompletableFuture<ReservationOutcome> outcome = callers.reserve(MOUSE, 1);
    gated.awaitArrival();
    return outcome;
  }

  private static void assertHeld(CompletableFuture<ReservationOutcome> outcome) throws Exception {
    assertThat(outcome.get(5, SECONDS)).isInstanceOf(ReservationOutcome.Held.class);
  }

  private static void assertOverload(CompletableFuture<ReservationOutcome> outcome) {
    assertThatThrownBy(() -> outcome.get(5, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ReservationTimeoutException.class);
  }
}

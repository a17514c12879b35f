package org.contractshop.product.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Gathers the reservations that arrive while a transaction is under way into the next one. Orders
 * for one product would otherwise queue for its row, commit by commit. Nothing waits for a batch to
 * fill: a lone request is a batch of one.
 */
@Component
class ReservationBatcher implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(ReservationBatcher.class);
  private static final int LARGEST_BATCH = 64;
  private static final int QUEUE_CAPACITY = 1_000;

  /** Within the deadline of order-service, which gives up on a call before this. */
  private static final long TIMEOUT_MILLIS = 1_500;

  private static final int ATTEMPTS = 3;

  /** How often an idle worker looks whether it should end. */
  private static final long IDLE_MILLIS = 100;

  private final ReservationTransactions transactions;
  private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
  private final Thread worker = new Thread(this::work, "reservations");
  private volatile boolean stopping;

  ReservationBatcher(ReservationTransactions transactions) {
    this.transactions = transactions;
    worker.start();
  }

  /**
   * Waits for the outcome.
   *
   * @throws ReservationTimeoutException if there is none in time; whether the stock was taken is
   *     unknown then
   */
  ReservationOutcome reserve(ReservationRequest request) {
    Pending pending = new Pending(request, new CompletableFuture<>());
    if (stopping || !queue.offer(pending)) {
      throw new ReservationTimeoutException();
    }
    try {
      return pending.outcome().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException exception) {
      throw exception.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(exception.getCause());
    } catch (TimeoutException exception) {
      pending.outcome().cancel(false);
      throw new ReservationTimeoutException();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new ReservationTimeoutException();
    }
  }

  /** Lets what is queued finish; the web server has stopped accepting requests by then. */
  @Override
  public void destroy() throws InterruptedException {
    stopping = true; // an interrupt would fail the transaction that is under way
    worker.join(5_000);
  }

  private void work() {
    List<Pending> batch = new ArrayList<>();
    while (!stopping || !queue.isEmpty()) {
      try {
        Pending first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, LARGEST_BATCH - 1);
          batch.removeIf(pending -> pending.outcome().isDone()); // its caller gave up
          decide(batch);
        }
      } catch (InterruptedException exception) {
        log.warn("The reservations were interrupted and go on", exception);
      } finally {
        batch.clear();
      }
    }
  }

  private void decide(List<Pending> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      List<ReservationOutcome> outcomes =
          transactions.reserve(batch.stream().map(Pending::request).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (ConcurrentReservationException | DataIntegrityViolationException exception) {
      // One request's failure must not become that of its neighbours.
      batch.forEach(
          pending ->
              decideAlone(pending, request -> transactions.reserve(List.of(request)).get(0)));
    } catch (ConcurrencyFailureException exception) {
      // The batch has waited long enough. If each request did too, one product that somebody holds
      // would stop the sale of all others.
      batch.forEach(pending -> decideAlone(pending, transactions::reserveAtOnce));
    } catch (Throwable failure) {
      fail(batch, failure);
    }
  }

  private static void fail(List<Pending> batch, Throwable failure) {
    batch.forEach(pending -> pending.outcome().completeExceptionally(failure));
  }

  private void decideAlone(
      Pending pending, Function<ReservationRequest, ReservationOutcome> reserve) {
    for (int attempt = 1; attempt <= ATTEMPTS && !pending.outcome().isDone(); attempt++) {
      try {
        pending.outcome().complete(reserve.apply(pending.request()));
      } catch (ConcurrentReservationException exception) {
        log.debug("Attempt {} met another transaction", attempt, exception);
      } catch (Throwable failure) {
        pending.outcome().completeExceptionally(failure);
      }
    }
    pending.outcome().completeExceptionally(new ReservationTimeoutException());
  }

  private record Pending(
      ReservationRequest request, CompletableFuture<ReservationOutcome> outcome) {}
}

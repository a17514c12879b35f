package org.contractshop.product;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Gathers the reservations that arrive while a transaction is under way into the next one. Orders for one product would
 * otherwise queue for its row, commit by commit. Nothing waits for a batch to fill: a lone request is a batch of one.
 */
@Component
class ReservationBatcher implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(ReservationBatcher.class);
  private static final int LARGEST_BATCH = 64;
  private static final int QUEUE_CAPACITY = 1_000;

  /** Within the deadline of order-service, which gives up a call before this. */
  private static final long PATIENCE_MILLIS = 1_500;

  private static final int ATTEMPTS = 3;

  private final StockReservations reservations;
  private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
  private final Thread worker = new Thread(this::work, "reservations");
  private volatile boolean stopping;

  ReservationBatcher(StockReservations reservations) {
    this.reservations = reservations;
    worker.start();
  }

  /**
   * Waits for the verdict.
   *
   * @throws OverloadException if there is none in time; whether the stock was taken is unknown then
   */
  Verdict reserve(ReservationRequest request) {
    Pending pending = new Pending(request, new CompletableFuture<>());
    if (stopping || !queue.offer(pending)) {
      throw new OverloadException();
    }
    try {
      return pending.verdict().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException exception) {
      throw exception.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(exception.getCause());
    } catch (TimeoutException exception) {
      pending.verdict().cancel(false);
      throw new OverloadException();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new OverloadException();
    }
  }

  /** Lets what is queued finish; the web server has stopped accepting requests by then. */
  @Override
  public void destroy() throws InterruptedException {
    stopping = true;
    worker.interrupt();
    worker.join(5_000);
  }

  private void work() {
    List<Pending> batch = new ArrayList<>();
    while (!stopping || !queue.isEmpty()) {
      try {
        batch.add(stopping ? queue.remove() : queue.take());
        queue.drainTo(batch, LARGEST_BATCH - 1);
        batch.removeIf(pending -> pending.verdict().isDone()); // its caller gave up
        decide(batch);
      } catch (InterruptedException exception) {
        log.debug("Stopping");
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
      List<Verdict> verdicts = reservations.reserve(batch.stream().map(Pending::request).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).verdict().complete(verdicts.get(i));
      }
    } catch (ConcurrentReservationException
        | ConcurrencyFailureException
        | DataIntegrityViolationException exception) {
      // One request's bad luck must not become that of its neighbours.
      batch.forEach(this::decideAlone);
    } catch (Throwable failure) {
      batch.forEach(pending -> pending.verdict().completeExceptionally(failure));
    }
  }

  private void decideAlone(Pending pending) {
    for (int attempt = 1; !pending.verdict().isDone(); attempt++) {
      try {
        pending.verdict().complete(reservations.reserve(List.of(pending.request())).get(0));
      } catch (Throwable failure) {
        if (attempt == ATTEMPTS || !(failure instanceof ConcurrentReservationException)) {
          pending.verdict().completeExceptionally(failure);
        }
      }
    }
  }

  private record Pending(ReservationRequest request, CompletableFuture<Verdict> verdict) {}

  /** More reservations than the database takes, or one that it does not answer in time. */
  static final class OverloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverloadException() {
      super("Stock cannot be reserved at the moment. Try again soon.");
    }
  }
}

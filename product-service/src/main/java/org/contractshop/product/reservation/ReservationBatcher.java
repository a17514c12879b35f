package org.contractshop.product.reservation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
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

  /** Fewer than the server has threads, so that there are some left for readers. */
  static final int QUEUE_CAPACITY = 120;

  /** How often an idle worker checks whether it should end. */
  private static final long IDLE_MILLIS = 100;

  /** How often the worker checks whether a locked product is free. */
  private static final long RETRY_MILLIS = 10;

  private final BatchDecider decider;
  private final BlockingQueue<PendingReservation> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
  private final Thread worker = new Thread(this::work, "reservations");
  private volatile boolean stopping;

  ReservationBatcher(ReservationTransactions transactions) {
    decider = new BatchDecider(transactions);
    worker.start();
  }

  /**
   * Waits for the outcome.
   *
   * @throws ReservationTimeoutException if there is none in time
   */
  ReservationOutcome reserve(ReservationRequest request, Duration timeout) {
    PendingReservation pending = new PendingReservation(request, timeout);
    if (stopping || !pending.isOpen() || !queue.offer(pending)) {
      throw new ReservationTimeoutException(false);
    }
    return pending.await();
  }

  /** Lets what is queued finish; the web server has stopped accepting requests by then. */
  @Override
  public void destroy() throws InterruptedException {
    stopping = true; // an interrupt would make the current transaction fail
    worker.join(5_000);
    decider.close();
  }

  private void work() {
    List<PendingReservation> batch = new ArrayList<>();
    while (!stopping || !queue.isEmpty() || decider.hasPostponed()) {
      try {
        long patience = decider.hasPostponed() ? RETRY_MILLIS : IDLE_MILLIS;
        PendingReservation first = queue.poll(patience, TimeUnit.MILLISECONDS);
        if (first == null) {
          decider.decide(batch);
        } else {
          batch.add(first);
          queue.drainTo(batch, LARGEST_BATCH - 1);
          first.trace(() -> decider.decide(batch));
        }
      } catch (InterruptedException exception) {
        log.warn("The reservations were interrupted and continue", exception);
      } finally {
        batch.clear();
      }
    }
  }
}

package org.contractshop.product.reservation;

import static org.awaitility.Awaitility.await;
import static org.contractshop.product.reservation.Reservations.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Callers of a {@link ReservationBatcher}, each on a thread of its own. */
final class Callers {
  private final ReservationBatcher batcher;
  private final Duration timeout;
  private final List<Thread> threads = new ArrayList<>();

  Callers(ReservationBatcher batcher, Duration timeout) {
    this.batcher = batcher;
    this.timeout = timeout;
  }

  CompletableFuture<ReservationOutcome> reserve(long productId, int quantity) {
    ReservationRequest request = request(productId, quantity);
    CompletableFuture<ReservationOutcome> outcome = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.complete(batcher.reserve(request, timeout));
              } catch (RuntimeException exception) {
                outcome.completeExceptionally(exception);
              }
            });
    threads.add(thread);
    thread.start();
    return outcome;
  }

  /** Waits until every caller waits, or has its outcome. */
  void awaitQueued() {
    EnumSet<Thread.State> queued = EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED);
    await().until(() -> threads.stream().allMatch(thread -> queued.contains(thread.getState())));
  }

  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}

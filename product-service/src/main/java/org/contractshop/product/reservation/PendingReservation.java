package org.contractshop.product.reservation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request whose caller waits for the outcome until a deadline. */
final class PendingReservation {
  private final ReservationRequest request;
  private final long deadline;
  private final CompletableFuture<ReservationOutcome> outcome = new CompletableFuture<>();

  PendingReservation(ReservationRequest request, Duration timeout) {
    this.request = request;
    deadline = System.nanoTime() + timeout.toNanos();
  }

  ReservationRequest request() {
    return request;
  }

  /** Waits for the outcome. When it does not come in time, nobody is to decide the request. */
  ReservationOutcome await() {
    try {
      return outcome.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException exception) {
      throw exception.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(exception.getCause());
    } catch (TimeoutException exception) {
      outcome.cancel(false);
      throw new ReservationTimeoutException();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      outcome.cancel(false);
      throw new ReservationTimeoutException();
    }
  }

  boolean isOpen() {
    return !outcome.isDone() && deadline - System.nanoTime() > 0;
  }

  void complete(ReservationOutcome result) {
    outcome.complete(result);
  }

  /** Does nothing if there is an outcome. */
  void fail(Throwable failure) {
    outcome.completeExceptionally(failure);
  }
}

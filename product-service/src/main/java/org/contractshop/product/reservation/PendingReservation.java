package org.contractshop.product.reservation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.contractshop.base.telemetry.Span;
import org.jspecify.annotations.Nullable;

/** A request whose caller waits for the outcome until a deadline. */
final class PendingReservation {
  private final ReservationRequest request;
  private final long deadline;
  private final @Nullable Span span = Span.current();
  private final CompletableFuture<ReservationOutcome> outcome = new CompletableFuture<>();

  /** Whether a transaction is under way that may take the stock. */
  private boolean started;

  PendingReservation(ReservationRequest request, Duration timeout) {
    this.request = request;
    deadline = System.nanoTime() + timeout.toNanos();
  }

  ReservationRequest request() {
    return request;
  }

  /** Does work as part of the caller's trace. */
  void trace(Runnable work) {
    if (span == null) {
      work.run();
    } else {
      span.during(work);
    }
  }

  /** Waits for the outcome. After the deadline, no transaction is started any more. */
  ReservationOutcome await() {
    try {
      return outcome.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException exception) {
      throw exception.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(exception.getCause());
    } catch (TimeoutException exception) {
      throw giveUp();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw giveUp();
    }
  }

  private synchronized ReservationTimeoutException giveUp() {
    outcome.cancel(false);
    return new ReservationTimeoutException(started);
  }

  /** Whether the caller still waits. */
  boolean isOpen() {
    return !outcome.isDone() && deadline - System.nanoTime() > 0;
  }

  /**
   * Notes that a transaction that decides the request is starting.
   *
   * @return whether the caller still waits for it
   */
  synchronized boolean start() {
    started = isOpen();
    return started;
  }

  /** Notes that the transaction did not decide the request. */
  synchronized void postpone() {
    started = false;
  }

  void complete(ReservationOutcome result) {
    outcome.complete(result);
  }

  /** Does nothing if there is an outcome. */
  void fail(Throwable failure) {
    outcome.completeExceptionally(failure);
  }
}

package org.contractshop.product.reservation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Decides batches of reservations, in transactions whose failures it keeps apart: neither a bad
 * request nor a locked product may stop the reservations beside it. Used by one thread.
 */
final class BatchDecider {
  private static final Logger log = LoggerFactory.getLogger(BatchDecider.class);
  private static final int ATTEMPTS = 3;

  /** A transaction takes milliseconds. Whatever is locked for longer is refused at once. */
  private static final Duration LONGEST_LOCK = Duration.ofMillis(400);

  private final ReservationTransactions transactions;
  private final int largestBatch;
  private final BlockedProducts blocked = new BlockedProducts();

  /** What needs a blocked product. */
  private final List<PendingReservation> postponed = new ArrayList<>();

  BatchDecider(ReservationTransactions transactions, int largestBatch) {
    this.transactions = transactions;
    this.largestBatch = largestBatch;
  }

  boolean hasPostponed() {
    return !postponed.isEmpty();
  }

  /** Decides the batch, and what is postponed, as far as products can be locked. */
  void decide(List<PendingReservation> batch) {
    List<PendingReservation> free = new ArrayList<>();
    for (PendingReservation pending : batch) {
      (blocked.concern(pending.request()) ? postponed : free).add(pending);
    }
    attempt(free, LockMode.WAIT);
    attempt(takePostponed(), LockMode.SKIP_LOCKED);
  }

  private List<PendingReservation> takePostponed() {
    List<PendingReservation> taken = new ArrayList<>();
    Iterator<PendingReservation> all = postponed.iterator();
    while (all.hasNext() && taken.size() < largestBatch) {
      taken.add(all.next());
      all.remove();
    }
    return taken;
  }

  private void attempt(List<PendingReservation> batch, LockMode mode) {
    failOverdue(batch);
    if (batch.isEmpty()) {
      return;
    }
    try {
      complete(batch, mode);
    } catch (ConcurrentReservationException | DataIntegrityViolationException exception) {
      batch.forEach(pending -> attemptAlone(pending, mode));
    } catch (ConcurrencyFailureException exception) {
      if (mode == LockMode.WAIT) {
        postponed.addAll(batch);
      } else {
        batch.forEach(pending -> attemptAlone(pending, mode));
      }
    } catch (Throwable failure) {
      batch.forEach(pending -> pending.fail(failure));
    }
  }

  private void attemptAlone(PendingReservation pending, LockMode mode) {
    for (int attempt = 1; attempt <= ATTEMPTS && pending.isOpen(); attempt++) {
      try {
        complete(List.of(pending), mode);
        return;
      } catch (ConcurrentReservationException exception) {
        log.debug("Attempt {} met another transaction", attempt, exception);
      } catch (Throwable failure) {
        pending.fail(failure);
      }
    }
    pending.fail(new ReservationTimeoutException());
  }

  private void complete(List<PendingReservation> batch, LockMode mode) {
    List<ReservationRequest> requests = batch.stream().map(PendingReservation::request).toList();
    BatchResult result = transactions.reserve(requests, mode);
    blocked.update(requests, result.lockedElsewhere());
    for (int index = 0; index < batch.size(); index++) {
      PendingReservation pending = batch.get(index);
      result.outcomes().get(index).ifPresentOrElse(pending::complete, () -> postpone(pending));
    }
  }

  private void postpone(PendingReservation pending) {
    if (blocked.concern(pending.request(), LONGEST_LOCK)) {
      pending.fail(new ReservationTimeoutException());
    } else {
      postponed.add(pending);
    }
  }

  /** Their callers have left, or are about to. */
  private static void failOverdue(List<PendingReservation> batch) {
    batch.removeIf(
        pending -> {
          if (pending.isOpen()) {
            return false;
          }
          pending.fail(new ReservationTimeoutException());
          return true;
        });
  }
}

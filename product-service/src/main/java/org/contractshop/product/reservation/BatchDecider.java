package org.contractshop.product.reservation;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Decides batches of reservations in transactions and isolates failures: neither a bad request nor
 * a locked product may stop other reservations. Used by one thread.
 */
final class BatchDecider implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BatchDecider.class);
  private static final int ATTEMPTS = 3;

  private final ReservationTransactions transactions;
  private final BlockedProducts blocked;

  /** Requests that need a blocked product. */
  private List<PendingReservation> postponed = new ArrayList<>();

  BatchDecider(ReservationTransactions transactions) {
    this.transactions = transactions;
    this.blocked = new BlockedProducts(transactions::awaitLock);
  }

  boolean hasPostponed() {
    return !postponed.isEmpty();
  }

  /** Decides the batch and the postponed requests, except for those that need a blocked product. */
  void decide(List<PendingReservation> batch) {
    List<PendingReservation> all = postponed;
    all.addAll(batch);
    postponed = new ArrayList<>();
    List<PendingReservation> free = new ArrayList<>();
    for (PendingReservation pending : all) {
      if (!pending.isOpen() || blocked.forbid(pending.request())) {
        pending.fail(new ReservationTimeoutException(false));
      } else {
        (blocked.concern(pending.request()) ? postponed : free).add(pending);
      }
    }
    attempt(free, LockMode.WAIT);
  }

  private void attempt(List<PendingReservation> batch, LockMode mode) {
    batch.removeIf(pending -> !pending.start()); // the caller has left
    if (batch.isEmpty()) {
      return;
    }
    try {
      complete(batch, mode);
    } catch (ConcurrentReservationException | DataIntegrityViolationException exception) {
      batch.forEach(pending -> attemptAlone(pending, mode));
    } catch (ConcurrencyFailureException exception) {
      if (mode == LockMode.WAIT) {
        attempt(batch, LockMode.SKIP_LOCKED);
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
    pending.fail(new ReservationTimeoutException(false));
  }

  private void complete(List<PendingReservation> batch, LockMode mode) {
    List<ReservationRequest> requests = batch.stream().map(PendingReservation::request).toList();
    BatchResult result = transactions.reserve(requests, mode);
    blocked.add(result.lockedElsewhere());
    for (int index = 0; index < batch.size(); index++) {
      PendingReservation pending = batch.get(index);
      result.outcomes().get(index).ifPresentOrElse(pending::complete, () -> postpone(pending));
    }
  }

  private void postpone(PendingReservation pending) {
    pending.postpone();
    postponed.add(pending);
  }

  @Override
  public void close() {
    blocked.close();
  }
}

package org.contractshop.product.reservation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes stock and puts it back, one transaction at a time.
 *
 * <p>This is exact because the rows of all products are locked, in the order of their ids, before
 * anything is read or decided, and because reservation ids are unique: of two requests with the
 * same id, one inserts and the other reads.
 */
@Component
class ReservationTransactions {
  private final ReservationRepository reservations;

  ReservationTransactions(ReservationRepository reservations) {
    this.reservations = reservations;
  }

  /**
   * Decides the requests one after the other, in one transaction.
   *
   * @throws ConcurrentReservationException if another transaction took one of the ids meanwhile;
   *     nothing was done, and another attempt will find it
   */
  @Transactional
  BatchResult reserve(List<ReservationRequest> requests, LockMode mode) {
    LockedStock locked = reservations.lock(requests, mode);
    ReservationDecisions decisions = new ReservationDecisions(locked);
    List<Optional<ReservationOutcome>> outcomes = requests.stream().map(decisions::decide).toList();
    if (!decisions.made().isEmpty()) {
      reservations.insert(decisions.made(), decisions.taken());
    }
    return new BatchResult(outcomes, locked.lockedElsewhere());
  }

  /**
   * Waits until no other transaction has locked the product.
   *
   * @throws org.springframework.dao.ConcurrencyFailureException if that takes too long
   */
  @Transactional
  void awaitLock(long productId) {
    reservations.lock(productId);
  }

  /**
   * Puts the stock of a reservation back, once. An unknown id gets a tombstone, so that a
   * reservation that arrives late finds it released.
   */
  @Transactional
  void release(UUID id) {
    reservations.release(id);
  }
}

package org.contractshop.product.reservation;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes stock and puts it back, a transaction at a time.
 *
 * <p>Exact because the rows of all products are locked, in the order of their ids, before anything
 * is read or decided, and because the reservation's id is unique: of two requests with one id, one
 * inserts and the other reads.
 */
@Component
class ReservationTransactions {
  private final StockRepository stock;
  private final ReservationRepository reservations;

  ReservationTransactions(StockRepository stock, ReservationRepository reservations) {
    this.stock = stock;
    this.reservations = reservations;
  }

  /**
   * Decides the requests one after the other, in one transaction.
   *
   * @return an outcome for each request, in their order
   * @throws ConcurrentReservationException if another transaction took one of the ids meanwhile;
   *     nothing was done, and another attempt will find it
   */
  @Transactional
  List<ReservationOutcome> reserve(List<ReservationRequest> requests) {
    return reserve(requests, LockMode.WAIT);
  }

  /** As {@link #reserve}, but fails at once if another transaction holds one of the products. */
  @Transactional
  ReservationOutcome reserveAtOnce(ReservationRequest request) {
    return reserve(List.of(request), LockMode.FAIL_AT_ONCE).get(0);
  }

  private List<ReservationOutcome> reserve(List<ReservationRequest> requests, LockMode lockMode) {
    ReservationDecisions decisions =
        new ReservationDecisions(
            stock.lock(productIds(requests), lockMode), reservations.find(requests));
    List<ReservationOutcome> outcomes = requests.stream().map(decisions::decide).toList();
    if (!decisions.made().isEmpty()) {
      reservations.insert(decisions.made());
      stock.take(decisions.taken());
    }
    return outcomes;
  }

  /**
   * Puts the stock of a reservation back, once. An id without a reservation gets a tombstone, so
   * that a reservation that arrives late finds it released.
   */
  @Transactional
  void release(UUID id) {
    if (reservations.insertTombstone(id)) {
      return;
    }
    stock.lock(id);
    if (reservations.release(id)) {
      stock.putBack(id);
    }
  }

  private static SortedSet<Long> productIds(List<ReservationRequest> requests) {
    SortedSet<Long> ids = new TreeSet<>();
    requests.forEach(request -> request.lines().forEach(line -> ids.add(line.productId())));
    return ids;
  }
}

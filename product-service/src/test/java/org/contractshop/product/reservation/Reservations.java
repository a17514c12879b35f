package org.contractshop.product.reservation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractshop.product.reservation.Refusal.Reason;
import org.contractshop.product.reservation.ReservationOutcome.Refused;

/** Short forms for the tests of reservations. */
final class Reservations {
  /** Longer than any test takes on a slow machine. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private Reservations() {}

  /** The outcomes of a transaction that found all products free, or waited for them. */
  static List<ReservationOutcome> reserveAll(
      ReservationTransactions transactions, List<ReservationRequest> requests) {
    return transactions.reserve(requests, LockMode.WAIT).outcomes().stream()
        .map(Optional::orElseThrow)
        .toList();
  }

  static ReservationRequest request(ReservationLine... lines) {
    return new ReservationRequest(UUID.randomUUID(), List.of(lines));
  }

  static ReservationRequest request(long productId, int quantity) {
    return request(line(productId, quantity));
  }

  static ReservationLine line(long productId, int quantity) {
    return new ReservationLine(productId, quantity);
  }

  static ReservationOutcome insufficientStock(long productId) {
    return new Refused(new Refusal(Reason.INSUFFICIENT_STOCK, productId));
  }

  static ReservationOutcome unknownProduct(long productId) {
    return new Refused(new Refusal(Reason.UNKNOWN_PRODUCT, productId));
  }
}

package org.contractshop.product.reservation;

import java.util.List;
import java.util.UUID;
import org.contractshop.product.reservation.Refusal.Reason;
import org.contractshop.product.reservation.ReservationOutcome.Refused;

/** Short forms for the tests of reservations. */
final class Reservations {
  private Reservations() {}

  static ReservationRequest request(ReservationLine... lines) {
    return new ReservationRequest(UUID.randomUUID(), List.of(lines));
  }

  static ReservationOutcome insufficientStock(long productId) {
    return new Refused(new Refusal(Reason.INSUFFICIENT_STOCK, productId));
  }

  static ReservationOutcome unknownProduct(long productId) {
    return new Refused(new Refusal(Reason.UNKNOWN_PRODUCT, productId));
  }
}

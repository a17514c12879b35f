package org.contractshop.product;

import java.util.UUID;
import org.contractshop.product.reservation.ReservationOutcome;

/** A reservation got an outcome other than {@link ReservationOutcome.Held}. */
final class ReservationRefusedException extends RuntimeException {
  private final transient ReservationOutcome outcome;
  private final UUID reservationId;

  ReservationRefusedException(UUID reservationId, ReservationOutcome outcome) {
    super("Reservation " + reservationId + ": " + outcome);
    this.reservationId = reservationId;
    this.outcome = outcome;
  }

  ReservationOutcome outcome() {
    return outcome;
  }

  UUID reservationId() {
    return reservationId;
  }
}

package org.contractshop.product.reservation;

import java.util.List;
import java.util.UUID;
import org.contractshop.product.reservation.ReservationOutcome.Held;
import org.contractshop.product.reservation.ReservationOutcome.OtherLines;
import org.contractshop.product.reservation.ReservationOutcome.Refused;
import org.contractshop.product.reservation.ReservationOutcome.Released;
import org.contractshop.product.reservation.StockReservation.ReservedLine;
import org.jspecify.annotations.Nullable;

/**
 * A reservation id and what was decided about it.
 *
 * @param fingerprint the lines that were asked for; empty if the release came first
 * @param refusal present if the reservation was refused
 * @param lines what the reservation took; empty if it was refused
 */
record StoredReservation(
    UUID id,
    Status status,
    String fingerprint,
    @Nullable Refusal refusal,
    List<ReservedLine> lines) {

  enum Status {
    HELD,
    REFUSED,
    RELEASED
  }

  static StoredReservation held(ReservationRequest request, List<ReservedLine> lines) {
    return new StoredReservation(request.id(), Status.HELD, request.fingerprint(), null, lines);
  }

  static StoredReservation refused(ReservationRequest request, Refusal refusal) {
    return new StoredReservation(
        request.id(), Status.REFUSED, request.fingerprint(), refusal, List.of());
  }

  /** The outcome for the request that led to it. */
  ReservationOutcome outcome() {
    return outcome(true);
  }

  /** The outcome for a later request with the same id. */
  ReservationOutcome outcomeOfRepeat(ReservationRequest request) {
    return status == Status.RELEASED || request.fingerprint().equals(fingerprint)
        ? outcome(false)
        : new OtherLines();
  }

  private ReservationOutcome outcome(boolean created) {
    if (status == Status.RELEASED) {
      return new Released();
    }
    return refusal == null
        ? new Held(new StockReservation(id, lines), created)
        : new Refused(refusal);
  }
}

package org.contractshop.product;

import java.util.UUID;

/** A reservation got another verdict than {@link Verdict.Held}. */
final class ReservationRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Verdict verdict;
  private final UUID reservationId;

  ReservationRefusedException(UUID reservationId, Verdict verdict) {
    super("Reservation " + reservationId + ": " + verdict);
    this.reservationId = reservationId;
    this.verdict = verdict;
  }

  Verdict verdict() {
    return verdict;
  }

  UUID reservationId() {
    return reservationId;
  }
}

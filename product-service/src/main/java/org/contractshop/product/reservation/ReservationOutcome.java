package org.contractshop.product.reservation;

/** The outcome of a {@link ReservationRequest}. The same request always gets the same outcome. */
public sealed interface ReservationOutcome {
  /**
   * The stock is taken.
   *
   * @param created whether this request took it, rather than an earlier one with the same id
   */
  record Held(StockReservation reservation, boolean created) implements ReservationOutcome {}

  record Refused(Refusal refusal) implements ReservationOutcome {}

  /** The id was released, perhaps before this request arrived. */
  record Released() implements ReservationOutcome {}

  /** The id stands for other lines. */
  record OtherLines() implements ReservationOutcome {}
}

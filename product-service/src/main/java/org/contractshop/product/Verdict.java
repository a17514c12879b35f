package org.contractshop.product;

/** What became of a {@link ReservationRequest}. The same request always gets the same verdict. */
sealed interface Verdict {
  /**
   * The stock is taken.
   *
   * @param first whether this request took it, not an earlier one with the same id
   */
  record Held(StockReservation reservation, boolean first) implements Verdict {}

  record InsufficientStock(long productId) implements Verdict {}

  record UnknownProduct(long productId) implements Verdict {}

  /** The id was released, perhaps before this request arrived. */
  record Released() implements Verdict {}

  /** The id stands for other lines. */
  record OtherLines() implements Verdict {}
}

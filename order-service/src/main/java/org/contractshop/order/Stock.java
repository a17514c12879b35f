package org.contractshop.order;

import java.util.List;
import java.util.UUID;
import org.contractshop.base.admission.RequestDeadline;

/** The stock, which product-service manages. Both operations are idempotent. */
public interface Stock {
  /** The outcome of a reservation. */
  sealed interface Outcome {
    /**
     * Everything is reserved.
     *
     * @param lines in the order of the request, with names and prices
     */
    record Reserved(List<OrderLine> lines) implements Outcome {}

    /** Nothing is reserved, and never will be under this id. */
    record Refused(OrderRefusal refusal) implements Outcome {}

    /** The id was released before. */
    record Released() implements Outcome {}
  }

  /** Whether a call makes sense now. If not, calls fail at once and without any effect. */
  boolean isAvailable();

  /**
   * Takes all lines out of stock, or nothing.
   *
   * @throws StockUnavailableException if there is no plausible outcome
   */
  Outcome reserve(UUID reservationId, List<OrderLine> lines, RequestDeadline deadline);

  /**
   * Puts the reservation's stock back, and makes sure that it can never be taken again.
   *
   * @throws StockUnavailableException if it may not have worked
   */
  void release(UUID reservationId, RequestDeadline deadline);
}

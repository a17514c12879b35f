package org.contractshop.order;

import java.util.List;
import java.util.UUID;
import org.contractshop.base.admission.RequestDeadline;

/** The stock, which product-service keeps. Both operations are idempotent. */
public interface Stock {
  /** What becomes of a reservation. */
  sealed interface Outcome {
    /**
     * Everything is reserved.
     *
     * @param lines in the order of the request, with names and prices
     */
    record Reserved(List<OrderLine> lines) implements Outcome {}

    /** Nothing is, and never will be under this id. */
    record Refused(OrderRefusal refusal) implements Outcome {}

    /** The id was released before. */
    record Released() implements Outcome {}
  }

  /** Whether it makes sense to ask now. If not, asking fails at once and without any effect. */
  boolean isAvailable();

  /**
   * Takes all of it out of stock, or nothing.
   *
   * @throws StockUnavailableException if there is no outcome that can be believed
   */
  Outcome reserve(UUID reservationId, List<OrderLine> lines, RequestDeadline deadline);

  /**
   * Puts the reservation's stock back, and makes sure that it cannot be taken any more.
   *
   * @throws StockUnavailableException if that is not known to have worked
   */
  void release(UUID reservationId, RequestDeadline deadline);
}

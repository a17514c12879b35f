package org.contractshop.order;

/** Placing the order was interrupted and it was cancelled. */
final class OrderCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OrderCancelledException(long id) {
    super(
        "Placing order "
            + id
            + " was interrupted and it was cancelled. Use a new Idempotency-Key to order again.");
  }
}

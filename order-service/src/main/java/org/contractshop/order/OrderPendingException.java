package org.contractshop.order;

/** The order is still being placed, so it cannot be cancelled yet. */
final class OrderPendingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OrderPendingException(long id) {
    super("Order " + id + " is still being placed. Try again after a moment.");
  }
}

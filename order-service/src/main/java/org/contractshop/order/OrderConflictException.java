package org.contractshop.order;

/** A request does not fit the state of its order or of its idempotency key. */
final class OrderConflictException extends RuntimeException {
  /** The reason for the conflict. */
  enum Kind {
    ORDER_PENDING,
    ORDER_CANCELLED,
    KEY_IN_PROGRESS,
    KEY_REUSED
  }

  private final Kind kind;

  private OrderConflictException(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  static OrderConflictException pending(long orderId) {
    return new OrderConflictException(
        Kind.ORDER_PENDING,
        "Order " + orderId + " is still being placed. Try again after a moment.");
  }

  /** Placing the order was interrupted, and it was cancelled. */
  static OrderConflictException cancelled(long orderId) {
    return new OrderConflictException(
        Kind.ORDER_CANCELLED,
        "Placing order "
            + orderId
            + " was interrupted and it was cancelled. Use a new Idempotency-Key to order again.");
  }

  /** A request with the same idempotency key is still running. */
  static OrderConflictException keyInEffect() {
    return new OrderConflictException(
        Kind.KEY_IN_PROGRESS,
        "A request with this Idempotency-Key is still running. Repeat it after a moment.");
  }

  /** The idempotency key was used with another body. */
  static OrderConflictException keyReused() {
    return new OrderConflictException(
        Kind.KEY_REUSED,
        "This Idempotency-Key was used with another body. Use a new key for a new order.");
  }

  Kind kind() {
    return kind;
  }
}

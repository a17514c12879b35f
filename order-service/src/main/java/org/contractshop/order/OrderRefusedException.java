package org.contractshop.order;

/** An order is refused, and leaves no trace but the refusal under its idempotency key. */
final class OrderRefusedException extends RuntimeException {
  private final transient OrderRefusal refusal;

  OrderRefusedException(OrderRefusal refusal) {
    super(refusal.reason() + ", product " + refusal.productId(), null, false, false);
    this.refusal = refusal;
  }

  OrderRefusal refusal() {
    return refusal;
  }
}

package org.contractshop.order.stock;

/** product-service refuses the reservation for good; it holds no stock. */
public final class StockRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. The names are stored, so they stay. */
  public enum Reason {
    INSUFFICIENT_STOCK,
    UNKNOWN_PRODUCT
  }

  private final Reason reason;
  private final long productId;

  public StockRefusedException(Reason reason, long productId) {
    super(reason + ", product " + productId);
    this.reason = reason;
    this.productId = productId;
  }

  public Reason reason() {
    return reason;
  }

  public long productId() {
    return productId;
  }
}

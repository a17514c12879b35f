package org.contractshop.order;

/**
 * Why product-service refuses to reserve the stock of an order, for good. It holds no stock then.
 *
 * @param productId the product of the order that is to blame
 */
public record OrderRefusal(Reason reason, long productId) {

  /** The names are stored, so they stay. */
  public enum Reason {
    INSUFFICIENT_STOCK,
    UNKNOWN_PRODUCT
  }
}

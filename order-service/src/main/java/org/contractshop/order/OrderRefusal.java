package org.contractshop.order;

/**
 * Why product-service refuses, permanently, to reserve the stock of an order, which then holds
 * none.
 *
 * @param productId the product that caused the refusal
 */
public record OrderRefusal(Reason reason, long productId) {

  /** The names are stored, so they must not change. */
  public enum Reason {
    INSUFFICIENT_STOCK,
    UNKNOWN_PRODUCT
  }
}

package org.contractshop.product.reservation;

/** Why a reservation was refused, and the product that is the reason. Stored with its id. */
public record Refusal(Reason reason, long productId) {
  public enum Reason {
    INSUFFICIENT_STOCK,
    UNKNOWN_PRODUCT
  }
}

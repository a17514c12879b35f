package org.contractshop.product.reservation;

/** Why a reservation was refused, and which product caused it. Stored with its id. */
public record Refusal(Reason reason, long productId) {
  public enum Reason {
    INSUFFICIENT_STOCK,
    UNKNOWN_PRODUCT
  }
}

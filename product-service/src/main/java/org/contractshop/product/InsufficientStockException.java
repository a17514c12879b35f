package org.contractshop.product;

/** A product has less stock than requested. */
final class InsufficientStockException extends RuntimeException {
  private final long productId;

  InsufficientStockException(long productId) {
    super("Product " + productId + " has fewer pieces in stock than were asked for.");
    this.productId = productId;
  }

  long productId() {
    return productId;
  }
}

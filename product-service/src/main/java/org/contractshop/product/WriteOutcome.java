package org.contractshop.product;

import org.contractshop.base.NotFoundException;

/** The outcome of a request that writes a product. Stored with the key of the request. */
sealed interface WriteOutcome {
  record Written(Product product) implements WriteOutcome {}

  record InsufficientStock(long productId) implements WriteOutcome {}

  record UnknownProduct(long productId) implements WriteOutcome {}

  /**
   * @throws InsufficientStockException if the product has fewer pieces than were to be taken
   * @throws NotFoundException if there is no such product
   */
  default Product product() {
    if (this instanceof InsufficientStock scarce) {
      throw new InsufficientStockException(scarce.productId());
    }
    if (this instanceof UnknownProduct unknown) {
      throw new NotFoundException("product", unknown.productId());
    }
    return ((Written) this).product();
  }
}

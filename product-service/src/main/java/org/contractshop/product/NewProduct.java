package org.contractshop.product;

import java.math.BigDecimal;
import org.contractshop.base.InvalidInputException;

/** A product to add to the catalogue. */
record NewProduct(String name, BigDecimal price, int stock, String category) {
  /**
   * @throws InvalidInputException if the price is finer than a cent
   */
  NewProduct {
    if (price.stripTrailingZeros().scale() > 2) {
      throw new InvalidInputException("price", "must have at most two decimals");
    }
  }
}

package org.contractshop.product;

import java.math.BigDecimal;

/**
 * A product of the catalogue at the time it was read.
 *
 * @param price exact, at most two decimals
 * @param stock pieces that can still be sold, never negative
 */
record Product(long id, String name, BigDecimal price, int stock, String category) {
  /** Everything that callers see of it; neither a name nor a category can contain a line break. */
  String visible() {
    return id + "\n" + name + "\n" + price + "\n" + stock + "\n" + category;
  }
}

package org.contractshop.product.reservation;

import java.math.BigDecimal;

/**
 * A locked product.
 *
 * @param stock what is left after the decisions of the transaction so far
 */
record StockRow(String name, BigDecimal price, long stock) {
  StockRow minus(long pieces) {
    return new StockRow(name, price, stock - pieces);
  }
}

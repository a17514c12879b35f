package org.contractshop.product;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Which products to list; an absent criterion matches all products, bounds are inclusive and not
 * negative.
 */
record ProductFilter(
    @Nullable String category, @Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice) {
  static final ProductFilter NONE = new ProductFilter(null, null, null);

  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** Prices are whole cents, so the bounds can be too: PostgreSQL does not accept 1E-1000000000. */
  ProductFilter {
    minPrice = minPrice == null ? null : cents(minPrice, RoundingMode.CEILING);
    maxPrice = maxPrice == null ? null : cents(maxPrice, RoundingMode.FLOOR);
  }

  private static BigDecimal cents(BigDecimal bound, RoundingMode rounding) {
    if (bound.compareTo(CENT) < 0) { // may have more decimals than can be rounded away
      return bound.signum() > 0 && rounding == RoundingMode.CEILING ? CENT : BigDecimal.ZERO;
    }
    return bound.setScale(2, rounding);
  }
}

package org.contractshop.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Which products to list; an absent criterion lets all pass, the bounds are inclusive. */
record ProductFilter(
    @Nullable String category, @Nullable BigDecimal minPrice, @Nullable BigDecimal maxPrice) {
  static final ProductFilter NONE = new ProductFilter(null, null, null);
}

package org.contractshop.tools.compare;

import java.math.BigDecimal;
import org.contractshop.tools.spec.SpecNode;
import org.jspecify.annotations.Nullable;

/** The {@code multipleOf} of a schema, if any; without one, every step is a multiple. */
record Step(@Nullable BigDecimal size) {
  static Step of(SpecNode multipleOf) {
    if (!multipleOf.isNumber()) {
      return new Step(null);
    }
    BigDecimal size = new BigDecimal(multipleOf.text()).stripTrailingZeros();
    return new Step(size.signum() == 0 ? null : size);
  }

  boolean isMultipleOf(Step other) {
    return other.size == null || (size != null && size.remainder(other.size).signum() == 0);
  }

  @Override
  public String toString() {
    return size == null ? "none" : size.toPlainString();
  }
}

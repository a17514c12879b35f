package org.contractshop.tools.compare;

import java.math.BigDecimal;
import org.contractshop.tools.spec.SpecNode;
import org.jspecify.annotations.Nullable;

/** The least or the greatest value, length or size that a schema allows, if any. */
record Bound(Kind kind, @Nullable BigDecimal value) implements Comparable<Bound> {
  enum Kind {
    MIN_LENGTH("minLength", true),
    MAX_LENGTH("maxLength", false),
    MIN_ITEMS("minItems", true),
    MAX_ITEMS("maxItems", false),
    MINIMUM("minimum", true),
    MAXIMUM("maximum", false);

    private final String key;
    private final boolean lower;

    Kind(String key, boolean lower) {
      this.key = key;
      this.lower = lower;
    }

    String key() {
      return key;
    }

    boolean isLower() {
      return lower;
    }

    /** A minimum length of 0 is no limit, since nothing is shorter. */
    private boolean isSize() {
      return this != MINIMUM && this != MAXIMUM;
    }
  }

  static Bound of(Kind kind, SpecNode schema) {
    String text = schema.get(kind.key).isNumber() ? schema.get(kind.key).text() : "";
    if (text.isEmpty() || (text.equals("0") && kind.lower && kind.isSize())) {
      return new Bound(kind, null);
    }
    return new Bound(kind, new BigDecimal(text));
  }

  /** The greater bound is the higher one, whichever side it bounds. */
  @Override
  public int compareTo(Bound other) {
    if (value == null || other.value == null) {
      int absent = kind.lower ? -1 : 1;
      return (value == null ? absent : 0) - (other.value == null ? absent : 0);
    }
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value == null ? "none" : value.toPlainString();
  }
}

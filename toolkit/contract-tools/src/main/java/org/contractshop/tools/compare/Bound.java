package org.contractshop.tools.compare;

import java.math.BigDecimal;
import org.contractshop.tools.spec.SpecNode;
import org.jspecify.annotations.Nullable;

/** The least or the greatest value, length or size that a schema allows; perhaps none. */
record Bound(Kind kind, @Nullable BigDecimal value, boolean exclusive)
    implements Comparable<Bound> {
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

    /** Nothing is shorter than nothing, so that a length of 0 is no limit. */
    private boolean isSize() {
      return this != MINIMUM && this != MAXIMUM;
    }
  }

  static Bound of(Kind kind, SpecNode schema) {
    String text = schema.get(kind.key).isNumber() ? schema.get(kind.key).text() : "";
    if (text.isEmpty() || (text.equals("0") && kind.lower && kind.isSize())) {
      return new Bound(kind, null, false);
    }
    BigDecimal value = new BigDecimal(text);
    String exclusion = kind.lower ? "exclusiveMinimum" : "exclusiveMaximum";
    boolean exclusive = !kind.isSize() && schema.get(exclusion).is("true");
    if (exclusive && schema.get("type").is("integer")) {
      BigDecimal next = kind.lower ? BigDecimal.ONE : BigDecimal.ONE.negate();
      return new Bound(kind, value.add(next), false);
    }
    return new Bound(kind, value, exclusive);
  }

  /** The greater bound is the one that lies higher, whichever side it bounds. */
  @Override
  public int compareTo(Bound other) {
    if (value == null || other.value == null) {
      int absent = kind.lower ? -1 : 1;
      return (value == null ? absent : 0) - (other.value == null ? absent : 0);
    }
    int byValue = value.compareTo(other.value);
    int byExclusion = Boolean.compare(exclusive, other.exclusive) * (kind.lower ? 1 : -1);
    return byValue == 0 ? byExclusion : byValue;
  }

  @Override
  public String toString() {
    return value == null ? "none" : value.toPlainString() + (exclusive ? " (exclusive)" : "");
  }
}

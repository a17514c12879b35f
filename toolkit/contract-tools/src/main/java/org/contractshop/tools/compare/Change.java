package org.contractshop.tools.compare;

import java.util.Locale;

/**
 * One difference between the released spec of a service and today's.
 *
 * @param words what was done, such as {@code removing the query parameter category of listProducts}
 * @param announced whether callers were told in time; only removals have to be announced
 */
record Change(Verdict verdict, String words, boolean announced) {
  @Override
  public String toString() {
    return words + " is " + verdict.name().toLowerCase(Locale.ROOT);
  }
}

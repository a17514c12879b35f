package org.contractshop.tools.compare;

import java.util.Locale;

/** What a change of a spec means for callers of the service. */
public enum Verdict {
  /** They cannot tell the difference. */
  NONE,
  /** What they do today keeps working. */
  COMPATIBLE,
  /** Something that they may do today stops working, at run time or at compile time. */
  BREAKING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

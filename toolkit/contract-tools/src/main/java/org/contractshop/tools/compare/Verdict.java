package org.contractshop.tools.compare;

/** What a change of a spec means for those who call the service. */
enum Verdict {
  /** They cannot tell the difference. */
  NONE,
  /** What they do today keeps working. */
  COMPATIBLE,
  /** Something that they may do today stops working, at run time or when they compile. */
  BREAKING
}

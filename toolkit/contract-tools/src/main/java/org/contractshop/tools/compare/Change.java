package org.contractshop.tools.compare;

import org.contractshop.tools.spec.SpecNode;

/**
 * One difference between the released spec of a service and today's.
 *
 * @param words what was done, such as {@code removing the query parameter category of listProducts}
 * @param effect for whom it breaks, if it does
 * @param announced whether callers were told in time; only removals have to be announced
 * @param released where it stood; the place around it if it is new
 * @param current where it stands now; the place around it if it is gone
 */
public record Change(
    Rule rule,
    Verdict verdict,
    Effect effect,
    String words,
    boolean announced,
    SpecNode released,
    SpecNode current) {
  /** Changes of shared parts are met in many places, and count once. */
  boolean isSame(Change other) {
    return words.equals(other.words) && verdict == other.verdict;
  }

  public boolean breaksJavaOnly() {
    return verdict == Verdict.BREAKING && effect == Effect.JAVA;
  }

  @Override
  public String toString() {
    return words + " is " + verdict + (breaksJavaOnly() ? " for Java callers" : "");
  }
}

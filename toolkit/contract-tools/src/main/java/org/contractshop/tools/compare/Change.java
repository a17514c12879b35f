package org.contractshop.tools.compare;

import org.contractshop.tools.spec.SpecNode;

/**
 * One difference between the released and the current spec of a service.
 *
 * @param words what was done, such as {@code removing the query parameter category of listProducts}
 * @param effect what it breaks, if anything
 * @param announced whether callers were told in time; only removals have to be announced
 * @param released where it was; the enclosing place if it is new
 * @param current where it is now; the enclosing place if it is gone
 */
public record Change(
    Rule rule,
    Verdict verdict,
    Effect effect,
    String words,
    boolean announced,
    SpecNode released,
    SpecNode current) {
  /** Changes of shared parts are found in many places, but count once. */
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

package org.contractshop.system;

/** What a program found, a line each, printed at once. */
final class Verdicts {
  private boolean good = true;

  /** Something to know, which is neither good nor bad. */
  void note(String what, String measured) {
    System.out.printf("  %-6s %-58s %s%n", "", what, measured);
  }

  void add(String promise, String measured, boolean holds) {
    good &= holds;
    System.out.printf("  %-6s %-58s %s%n", holds ? "holds" : "MISSED", promise, measured);
  }

  boolean areGood() {
    return good;
  }
}

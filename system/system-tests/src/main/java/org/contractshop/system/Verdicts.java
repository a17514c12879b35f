package org.contractshop.system;

/** The findings of a program, one line each, printed immediately. */
final class Verdicts {
  private boolean good = true;

  /** Information that is neither good nor bad. */
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

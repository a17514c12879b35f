package org.contractshop.client;

/**
 * Limits retries to a share of all calls, plus a few at the start: when every call fails, retries
 * would only add to the load. Thread-safe; clients of the same service may share one.
 */
public final class RetryBudget {
  private static final int PERCENT = 100;
  private static final double RESERVE = 10;

  private final double perCall;
  private double retries = RESERVE;
  private long taken;

  private RetryBudget(double perCall) {
    this.perCall = perCall;
  }

  /**
   * @param percent from 1 to 100; how many retries a hundred calls allow. Ten more are allowed at
   *     the start, and at most ten can be saved up.
   */
  public static RetryBudget ofPercent(int percent) {
    if (percent < 1 || percent > PERCENT) {
      throw new IllegalArgumentException(
          "Set the retry budget to 1 to 100 percent of the calls, not " + percent);
    }
    return new RetryBudget((double) percent / PERCENT);
  }

  /** How many retries it allowed so far. */
  public synchronized long taken() {
    return taken;
  }

  synchronized void called() {
    retries = Math.min(RESERVE, retries + perCall);
  }

  synchronized boolean tryRetry() {
    // Slightly less than 1, because ten tenths may not add up to 1.
    if (retries < 0.999) {
      return false;
    }
    retries = Math.max(0, retries - 1);
    taken++;
    return true;
  }
}

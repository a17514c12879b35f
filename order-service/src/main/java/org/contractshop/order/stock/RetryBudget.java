package org.contractshop.order.stock;

/**
 * Allows one retry for ten calls, and a few to begin with: when everything fails, retries would
 * only add to the load.
 */
final class RetryBudget {
  private static final double PER_CALL = 0.1;
  private static final double MOST = 10;

  private double tokens = MOST;

  synchronized void called() {
    tokens = Math.min(MOST, tokens + PER_CALL);
  }

  synchronized boolean tryRetry() {
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}

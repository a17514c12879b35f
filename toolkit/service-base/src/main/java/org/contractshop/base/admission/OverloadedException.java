package org.contractshop.base.admission;

/** The request could not be served in time. Nothing was done for it, so it can be repeated. */
public final class OverloadedException extends RuntimeException {
  public OverloadedException(String limiter) {
    // Thrown in large numbers when there is no time to spare for stack traces.
    super("At the limit of " + limiter, null, false, false);
  }
}

package org.contractshop.product.reservation;

/** There are more reservations than the database can handle, or it did not respond in time. */
public final class ReservationTimeoutException extends RuntimeException {
  private final boolean outcomeUnknown;

  ReservationTimeoutException(boolean outcomeUnknown) {
    super("Stock cannot be reserved at the moment. Try again soon.");
    this.outcomeUnknown = outcomeUnknown;
  }

  /** Whether the stock may have been taken. */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }
}

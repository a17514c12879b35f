package org.contractshop.product.reservation;

/**
 * There are more reservations than the database takes, or it did not answer in time. Whether the
 * stock was taken is unknown.
 */
public final class ReservationTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReservationTimeoutException() {
    super("Stock cannot be reserved at the moment. Try again soon.");
  }
}

package org.contractshop.order.stock;

/**
 * product-service does not answer, or answers nonsense. Whether it did what was asked is unknown;
 * asking again with the same reservation id is safe.
 */
public final class StockUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean timeout;

  StockUnavailableException(String message, boolean timeout, Throwable cause) {
    super(message, cause);
    this.timeout = timeout;
  }

  StockUnavailableException(String message) {
    super(message);
    this.timeout = false;
  }

  /** Whether the answer was only too late. */
  public boolean isTimeout() {
    return timeout;
  }
}

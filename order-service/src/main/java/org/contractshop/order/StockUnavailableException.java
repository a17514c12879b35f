package org.contractshop.order;

import org.jspecify.annotations.Nullable;

/**
 * product-service does not respond, or responds with nonsense. Retrying with the same reservation
 * id is safe.
 */
public final class StockUnavailableException extends RuntimeException {
  /** What the request did at product-service. */
  public enum Effect {
    /** Nothing, for certain. */
    NONE,
    /** Perhaps what it asked for, perhaps nothing. */
    UNKNOWN,
    /** The same, because time was up. */
    TIMED_OUT
  }

  private final Effect effect;

  public StockUnavailableException(Effect effect, String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.effect = effect;
  }

  public Effect effect() {
    return effect;
  }
}

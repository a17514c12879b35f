package org.contractshop.client;

import org.jspecify.annotations.Nullable;

/** The service could not be reached, or did not answer in time, however often it was tried. */
public final class NoAnswerException extends ClientException {
  private final boolean outcomeUnknown;

  /** For tests of callers. */
  public NoAnswerException(String message, boolean outcomeUnknown) {
    this(message, outcomeUnknown, null, null);
  }

  NoAnswerException(
      String message,
      boolean outcomeUnknown,
      @Nullable String idempotencyKey,
      @Nullable Throwable cause) {
    super(message, idempotencyKey, cause);
    this.outcomeUnknown = outcomeUnknown;
  }

  /**
   * Whether the service may have done what was asked. False if no attempt got through to it, and
   * for reading.
   */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }
}

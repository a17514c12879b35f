package org.contractshop.client;

import org.jspecify.annotations.Nullable;

/** The response has a success status, but makes no sense or is too large. */
public final class InvalidResponseException extends ClientException {
  private static final long serialVersionUID = 1L;

  /** For tests of callers. */
  public InvalidResponseException(String message, boolean outcomeUnknown) {
    this(message, outcomeUnknown, null);
  }

  InvalidResponseException(
      String message, boolean outcomeUnknown, @Nullable String idempotencyKey) {
    super(message, outcomeUnknown, idempotencyKey, null);
  }
}

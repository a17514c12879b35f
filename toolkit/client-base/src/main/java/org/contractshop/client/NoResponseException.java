package org.contractshop.client;

import org.jspecify.annotations.Nullable;

/** The service could not be reached or did not respond in time, retries included. */
public final class NoResponseException extends ClientException {
  private static final long serialVersionUID = 1L;

  /** How the last attempt failed. */
  public enum Reason {
    /** No connection, for another reason than those below. */
    CONNECTION_REFUSED,
    CONNECT_TIMED_OUT,
    UNKNOWN_HOST,
    /** No secure connection, for example because a certificate is not trusted. */
    TLS,
    /** No complete response in time. */
    TIMED_OUT,
    /** The connection broke after the request was sent, perhaps partially. */
    CONNECTION_LOST,
    INTERRUPTED
  }

  private final Reason reason;

  /** For tests of callers. */
  public NoResponseException(String message, Reason reason, boolean outcomeUnknown) {
    this(message, reason, outcomeUnknown, null, null);
  }

  NoResponseException(
      String message,
      Reason reason,
      boolean outcomeUnknown,
      @Nullable String idempotencyKey,
      @Nullable Throwable cause) {
    super(message, outcomeUnknown, idempotencyKey, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Whether the service may merely be too slow. */
  public boolean isTimeout() {
    return reason == Reason.TIMED_OUT || reason == Reason.CONNECT_TIMED_OUT;
  }
}

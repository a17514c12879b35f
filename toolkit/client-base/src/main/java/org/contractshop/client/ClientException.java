package org.contractshop.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call failed. The message never contains the token. */
public class ClientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String idempotencyKey;
  private final boolean outcomeUnknown;

  ClientException(
      String message,
      boolean outcomeUnknown,
      @Nullable String idempotencyKey,
      @Nullable Throwable cause) {
    super(message, cause);
    this.outcomeUnknown = outcomeUnknown;
    this.idempotencyKey = idempotencyKey;
  }

  /** For a call that was not made. */
  ClientException(String message) {
    this(message, false, null, null);
  }

  /**
   * Whether the service may have executed the request, or an earlier attempt of it. False if it
   * certainly has not, and always for reads. A refusal of an idempotent operation, such as
   * insufficient stock, is the outcome, even if an earlier attempt was lost.
   */
  public final boolean outcomeUnknown() {
    return outcomeUnknown;
  }

  /**
   * The {@code Idempotency-Key} of the request, even if the client generated it: pass it to repeat
   * the same request later without executing it twice.
   */
  public final Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }
}

package org.contractshop.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call failed. Its message never holds the token. */
public class ClientException extends RuntimeException {
  private final @Nullable String idempotencyKey;

  ClientException(String message, @Nullable String idempotencyKey, @Nullable Throwable cause) {
    super(message, cause);
    this.idempotencyKey = idempotencyKey;
  }

  /**
   * The {@code Idempotency-Key} that the request carried, also if the client made it up: pass it to
   * repeat the same request later without doing it twice.
   */
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }
}

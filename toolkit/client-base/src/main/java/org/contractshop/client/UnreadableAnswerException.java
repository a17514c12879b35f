package org.contractshop.client;

import org.jspecify.annotations.Nullable;

/** The service did what was asked, but its answer makes no sense or is too large. */
public final class UnreadableAnswerException extends ClientException {
  UnreadableAnswerException(String message, @Nullable String idempotencyKey) {
    super(message, idempotencyKey, null);
  }
}

package org.contractshop.product;

/** The idempotency key was used for another request. */
final class KeyReusedException extends RuntimeException {
  KeyReusedException() {
    super("This Idempotency-Key was used with another body. Use a new key for a new request.");
  }
}

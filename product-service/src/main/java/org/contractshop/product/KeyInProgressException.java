package org.contractshop.product;

/** A request with the same idempotency key is still running. */
final class KeyInProgressException extends RuntimeException {
  KeyInProgressException() {
    super("A request with this Idempotency-Key is still running. Repeat it after a moment.");
  }
}

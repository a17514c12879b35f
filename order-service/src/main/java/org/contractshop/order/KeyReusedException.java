package org.contractshop.order;

/** The idempotency key was used with another body. */
final class KeyReusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyReusedException() {
    super("This Idempotency-Key was used with another body. Use a new key for a new order.");
  }
}

package org.contractshop.stubs;

/** The stubs cannot be served; the message says what to do. */
final class StubsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StubsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.contractshop.stubs;

/** The stubs cannot be served; the message says what to do. */
final class StubsUnavailableException extends RuntimeException {
  StubsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

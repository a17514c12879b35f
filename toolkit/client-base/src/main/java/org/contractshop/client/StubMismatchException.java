package org.contractshop.client;

/** The response came from a stub for another major version of the API, or for another service. */
public final class StubMismatchException extends ClientException {
  private static final long serialVersionUID = 1L;

  StubMismatchException(String message) {
    super(message);
  }
}

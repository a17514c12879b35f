package org.contractshop.client;

/** A stub responded that was made of another major version of the API, or of another service's. */
public final class StubMismatchException extends ClientException {
  private static final long serialVersionUID = 1L;

  StubMismatchException(String message) {
    super(message);
  }
}

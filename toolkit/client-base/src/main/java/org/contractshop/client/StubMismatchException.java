package org.contractshop.client;

/** A stub answered that was made of another major version of the API, or of another service's. */
public final class StubMismatchException extends ClientException {
  StubMismatchException(String message) {
    super(message, null, null);
  }
}

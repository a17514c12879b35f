package org.contractshop.client.transport;

import java.io.IOException;

/** The body of the response is larger than any that makes sense. */
public final class ResponseTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  public ResponseTooLargeException(int maxBytes) {
    super("larger than " + maxBytes + " bytes");
  }
}

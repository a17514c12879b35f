package org.contractshop.client.transport;

import java.io.IOException;

/** The response body is larger than the limit. */
public final class ResponseTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  public ResponseTooLargeException(int maxBytes) {
    super("larger than " + maxBytes + " bytes");
  }
}

package org.contractshop.client.transport;

import java.io.IOException;

/**
 * A connection kept from an earlier request was closed before any of the response arrived. Most
 * likely it was closed before the request, so a retry with another connection helps; but the
 * request may have been executed.
 */
public final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  public StaleConnectionException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}

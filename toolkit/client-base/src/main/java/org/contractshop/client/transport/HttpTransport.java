package org.contractshop.client.transport;

import java.io.IOException;
import java.net.http.HttpTimeoutException;

/**
 * Sends one request and waits for the whole response. Thread-safe. It never retries and never
 * follows redirects: its caller decides about both.
 */
@FunctionalInterface
public interface HttpTransport {
  /**
   * Returns the response, whatever its status.
   *
   * @throws ConnectionFailedException if no connection was made, so that nothing was sent
   * @throws HttpTimeoutException if the last byte of the response did not arrive within the
   *     request's timeout
   * @throws ResponseTooLargeException if the body is larger than the request allows
   * @throws StaleConnectionException if a pooled connection turned out to be closed
   * @throws IOException if the connection broke
   */
  TransportResponse send(TransportRequest request) throws IOException, InterruptedException;
}

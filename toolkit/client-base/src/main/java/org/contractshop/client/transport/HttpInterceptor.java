package org.contractshop.client.transport;

import java.io.IOException;

/**
 * Wraps every attempt of a call, for logging, tracing or metrics. It may change the request, and it
 * sees what the transport returns or throws.
 */
@FunctionalInterface
public interface HttpInterceptor {
  /**
   * @param next sends the request to the next interceptor, or to the service
   */
  TransportResponse intercept(TransportRequest request, HttpTransport next)
      throws IOException, InterruptedException;
}

package org.contractshop.client.transport;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * One attempt of a call.
 *
 * @param operation the operation id of the spec, such as {@code getProduct}
 * @param headers may hold a token
 * @param body null for none
 * @param timeout until the last byte of the response
 * @param maxResponseBytes the largest accepted body
 */
public record TransportRequest(
    String operation,
    HttpMethod method,
    URI uri,
    HttpHeaders headers,
    byte @Nullable [] body,
    Duration timeout,
    int maxResponseBytes) {

  /** The same request with a header set. */
  public TransportRequest withHeader(String name, String value) {
    HttpHeaders changed = new HttpHeaders(headers);
    changed.set(name, value);
    return new TransportRequest(operation, method, uri, changed, body, timeout, maxResponseBytes);
  }

  /** Without headers, so that no token is logged. */
  @Override
  public String toString() {
    return method + " " + uri;
  }
}

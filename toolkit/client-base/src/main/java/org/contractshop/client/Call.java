package org.contractshop.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * A request, before its attempts.
 *
 * @param operation the operation id
 * @param body null for none
 * @param withToken whether the operation needs a token
 * @param idempotent whether the specification says so, although the method does not
 */
record Call(
    String operation,
    HttpMethod method,
    URI uri,
    HttpHeaders headers,
    byte @Nullable [] body,
    boolean withToken,
    boolean idempotent) {

  @Nullable String idempotencyKey() {
    return headers.getFirst(OperationRequests.KEY_HEADER);
  }

  /** Whether the method is safe, which means read-only (RFC 9110, section 9.2.1). */
  boolean reads() {
    return method == HttpMethod.GET || method == HttpMethod.HEAD;
  }

  /** The same for another page of a list. */
  Call to(URI page) {
    return new Call(operation, method, page, headers, body, withToken, idempotent);
  }

  @Override
  public String toString() {
    return method + " " + uri;
  }
}

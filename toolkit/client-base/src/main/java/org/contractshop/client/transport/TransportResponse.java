package org.contractshop.client.transport;

import org.springframework.http.HttpHeaders;

/**
 * A completely read response.
 *
 * @param body empty for none
 */
public record TransportResponse(int status, HttpHeaders headers, byte[] body) {
  /** Whether the status is 2xx. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Without the body, which may contain anything. */
  @Override
  public String toString() {
    return "status " + status + ", " + body.length + " bytes";
  }
}

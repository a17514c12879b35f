package org.contractshop.order.stock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Reads a peer's answer to its end at once, and believes only what a service of ours could have
 * said: of limited length, no redirect, and a success is either empty with 204 or JSON. A proxy's
 * page with a 200 is no success.
 */
final class PlausibleAnswers implements ClientHttpRequestInterceptor {
  private static final int MOST_BYTES = 256 * 1024;

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution next) throws IOException {
    ClientHttpResponse response = next.execute(request, body);
    byte[] answer = response.getBody().readNBytes(MOST_BYTES + 1);
    if (answer.length > MOST_BYTES) {
      response.close();
      throw new IOException("The answer is longer than " + MOST_BYTES + " bytes");
    }
    HttpStatusCode status = response.getStatusCode();
    boolean plausible =
        status.isError()
            || (status.isSameCodeAs(HttpStatus.NO_CONTENT) && answer.length == 0)
            || (status.is2xxSuccessful() && isJson(response.getHeaders().getContentType()));
    if (!plausible) {
      response.close();
      throw new IOException("The answer, " + status + ", is none of the peer's API");
    }
    return new WholeResponse(response, answer);
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(type);
  }

  private record WholeResponse(ClientHttpResponse response, byte[] body)
      implements ClientHttpResponse {
    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return response.getHeaders();
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public void close() {
      response.close();
    }
  }
}

package org.contractshop.client.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;

/**
 * The HTTP client of the JDK. It needs no other library and need not be closed, but passes each
 * call between several threads.
 */
public final class JdkHttpTransport implements HttpTransport {
  private final HttpClient http;

  /**
   * @param http for example with a proxy or an {@code SSLContext}
   * @throws IllegalArgumentException if it follows redirects, which could send the token elsewhere
   */
  public JdkHttpTransport(HttpClient http) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("Give an HttpClient that never follows redirects");
    }
    this.http = http;
  }

  /** Uses HTTP/1.1, like the services. */
  public static JdkHttpTransport create(Duration connectTimeout) {
    return new JdkHttpTransport(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build());
  }

  @Override
  public TransportResponse send(TransportRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(jdkRequest(request), start -> new BoundedBody(request.maxResponseBytes()));
    try {
      // The JDK's timeout covers only the headers, so this waits for the whole response with its
      // own.
      HttpResponse<byte[]> response =
          exchange.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
      HttpHeaders headers = new HttpHeaders();
      response.headers().map().forEach(headers::addAll);
      return new TransportResponse(response.statusCode(), headers, response.body());
    } catch (TimeoutException exception) {
      throw new HttpTimeoutException(
          "no complete response within " + request.timeout().toMillis() + " ms");
    } catch (ExecutionException exception) {
      throw failure(Objects.requireNonNull(exception.getCause()));
    } finally {
      // Closes the connection if the response is incomplete.
      exchange.cancel(true);
    }
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof IOException failure) {
      boolean notSent =
          failure instanceof ConnectException
              || failure instanceof HttpConnectTimeoutException
              || ConnectionFailedException.isTlsFailure(failure);
      return notSent ? new ConnectionFailedException(failure) : failure;
    }
    return new IOException(cause);
  }

  private static HttpRequest jdkRequest(TransportRequest request) {
    byte[] body = request.body();
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).method(request.method().name(), publisher);
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }
}

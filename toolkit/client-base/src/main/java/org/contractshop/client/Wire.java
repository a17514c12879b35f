package org.contractshop.client;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Sends one attempt. */
final class Wire {
  private static final int LARGEST_ANSWER = 10 * 1024 * 1024;

  private final HttpClient http;
  private final String userAgent;

  Wire(Duration connectTimeout, String userAgent) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
    this.userAgent = userAgent;
  }

  /**
   * @param time until the last byte of the answer. The timeout of the JDK ends at the headers, so
   *     this one is kept by waiting for the whole and breaking it off.
   * @throws IOException without an answer
   */
  Answer send(Call call, @Nullable String token, Duration time)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request(call, token), start -> new BoundedBody(LARGEST_ANSWER));
    try {
      HttpResponse<byte[]> response = answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
      HttpHeaders headers = new HttpHeaders();
      response.headers().map().forEach(headers::addAll);
      return new Answer(response.statusCode(), headers, response.body());
    } catch (TimeoutException exception) {
      throw new HttpTimeoutException("no whole answer within " + time.toMillis() + " ms");
    } catch (ExecutionException exception) {
      throw exception.getCause() instanceof IOException failure
          ? failure
          : new IOException(exception.getCause());
    } finally {
      // Closes the connection, if the answer is not complete.
      answer.cancel(true);
    }
  }

  /** Whether nothing of the request can have reached the service. */
  static boolean neverConnected(IOException failure) {
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
  }

  private HttpRequest request(Call call, @Nullable String token) {
    byte[] body = call.body();
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri()).method(call.method().name(), publisher);
    call.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    request.setHeader(HttpHeaders.USER_AGENT, userAgent);
    if (token != null) {
      request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    return request.build();
  }
}

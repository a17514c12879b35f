package org.contractshop.base.warmup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.contractshop.base.admission.RequestDeadline;
import org.jspecify.annotations.Nullable;

/** Sends requests to its own service, as callers do. */
public final class Loopback {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final UnaryOperator<String> tokens;

  /**
   * @param tokens a token for a role
   */
  Loopback(URI service, UnaryOperator<String> tokens) {
    this.service = service;
    this.tokens = tokens;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  /** A request with the rights of a role and an optional JSON body. */
  public HttpResponse<String> send(String method, String path, String role, @Nullable String json)
      throws IOException, InterruptedException {
    return send(request(method, path, role, json));
  }

  /** The same, from a caller with no time left, so that the service does no work for it. */
  public HttpResponse<String> sendTooLate(
      String method, String path, String role, @Nullable String json)
      throws IOException, InterruptedException {
    return send(request(method, path, role, json).header(RequestDeadline.HEADER, "0"));
  }

  private HttpRequest.Builder request(
      String method, String path, String role, @Nullable String json) {
    HttpRequest.Builder request =
        request(path)
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    return request.header("Authorization", "Bearer " + tokens.apply(role));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path)).timeout(TIMEOUT);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}

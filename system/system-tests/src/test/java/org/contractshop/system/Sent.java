package org.contractshop.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.contractshop.tools.junit.SpecExchanges;

/** A request that is on its way, with others at the same time. */
final class Sent {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final long start = System.nanoTime();
  private final CompletableFuture<HttpResponse<String>> response;
  private volatile long end;

  private Sent(HttpRequest request) {
    response =
        HTTP.sendAsync(request, BodyHandlers.ofString())
            .whenComplete((received, failure) -> end = System.nanoTime())
            .thenApply(
                received -> {
                  SpecExchanges.checkAny(request, received);
                  return received;
                });
  }

  static Sent get(URI uri, String token) {
    return new Sent(request(uri, token).build());
  }

  static Sent get(URI uri) {
    return new Sent(HttpRequest.newBuilder(uri).timeout(LIMIT).build());
  }

  /** An order of one piece. */
  static Sent order(URI service, String token, long product, String key) {
    return new Sent(
        request(service.resolve("/orders"), token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(
                BodyPublishers.ofString(
                    "{\"items\":[{\"productId\":%d,\"quantity\":1}]}".formatted(product)))
            .build());
  }

  private static HttpRequest.Builder request(URI uri, String token) {
    return HttpRequest.newBuilder(uri).timeout(LIMIT).header("Authorization", "Bearer " + token);
  }

  int status() {
    return response.join().statusCode();
  }

  /** Whether the order of this key was given up for good, because placing it was interrupted. */
  boolean isCancelled() {
    return status() == 409 && response.join().body().contains("urn:problem-type:order-cancelled");
  }

  String header(String name) {
    return response.join().headers().firstValue(name).orElse(null);
  }

  Duration took() {
    response.join();
    return Duration.ofNanos(end - start);
  }
}

package org.contractshop.order;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.contractshop.testing.TestTokens;
import org.contractshop.tools.junit.SpecExchanges;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer who calls order-service over HTTP, byte for byte as written. */
final class OrderCaller {
  static final JsonMapper JSON = new JsonMapper();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String url;
  private final String token;

  OrderCaller(int port, long userId) {
    url = "http://localhost:" + port;
    token = TestTokens.customer(userId);
  }

  /** An answer, whose body is JSON. */
  record Answer(int status, String text, HttpResponse<String> response, Duration took) {
    JsonNode json() {
      return JSON.readTree(text);
    }

    @Nullable String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  static String items(long productId, int quantity) {
    return "{\"items\":[{\"productId\":%d,\"quantity\":%d}]}".formatted(productId, quantity);
  }

  Answer order(String body, String... keys) {
    HttpRequest.Builder request =
        request("/orders")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    for (String key : keys) {
      request.header("Idempotency-Key", key);
    }
    return send(request);
  }

  Answer cancel(long orderId) {
    return send(request("/orders/" + orderId + "/cancellation").POST(BodyPublishers.noBody()));
  }

  Answer get(String path) {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofSeconds(20));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      long start = System.nanoTime();
      HttpRequest sent = request.build();
      HttpResponse<String> response = HTTP.send(sent, BodyHandlers.ofString());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      SpecExchanges.check("order-service", sent, response);
      return new Answer(response.statusCode(), response.body(), response, took);
    } catch (IOException exception) {
      throw new java.io.UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }
}

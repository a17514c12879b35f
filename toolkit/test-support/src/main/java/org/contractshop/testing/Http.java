package org.contractshop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.contractshop.tools.exchange.Repository;
import org.contractshop.tools.junit.SpecExchanges;
import org.jspecify.annotations.Nullable;

/**
 * A caller of the running service. Its requests and responses must fit the spec.
 *
 * @param headers of every request, as alternating names and values
 */
public record Http(int port, List<String> headers) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Http(int port) {
    this(port, List.of());
  }

  public Http with(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** Sends a header as well. */
  public Http with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(header, value));
    return new Http(port, more);
  }

  public Response get(String path) {
    return send(request(path));
  }

  public Response post(String path, String json) {
    return send("POST", path, json);
  }

  public Response send(String method, String path, @Nullable String json) {
    if (json == null) {
      return send(request(path).method(method, BodyPublishers.noBody()));
    }
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(20));
    return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
  }

  public Response send(HttpRequest.Builder request) {
    HttpRequest sent = request.build();
    long start = System.nanoTime();
    try {
      HttpResponse<String> response = CLIENT.send(sent, BodyHandlers.ofString());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      SpecExchanges.check(Repository.currentService(), sent, response);
      return new Response(response.statusCode(), response.headers(), response.body(), took);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }
}

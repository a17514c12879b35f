package org.contractshop.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractshop.tools.junit.SpecExchanges;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the service. */
public record Http(int port, @Nullable String token, List<String> headers) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  public Http with(@Nullable String token) {
    return new Http(port, token, headers);
  }

  /** Sends a header as well. */
  public Http with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(header, value));
    return new Http(port, token, more);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer send(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      long start = System.nanoTime();
      HttpRequest sent = request.build();
      HttpResponse<String> response = CLIENT.send(sent, BodyHandlers.ofString());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      SpecExchanges.check("product-service", sent, response);
      return new Answer(response.statusCode(), response.headers(), response.body(), took);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      throw new IllegalStateException(exception);
    }
  }

  public record Answer(int status, HttpHeaders headers, String body, Duration took) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The values of a member of each element of an array. */
    public Stream<String> each(String member) {
      JsonNode array = json();
      return IntStream.range(0, array.size())
          .mapToObj(index -> array.get(index).get(member).asString());
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    public boolean isProblem() {
      return header("Content-Type").startsWith("application/problem+json")
          && json().get("status").asInt() == status
          && !json().get("error").asString().isBlank();
    }
  }
}

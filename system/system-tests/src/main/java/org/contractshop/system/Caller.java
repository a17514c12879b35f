package org.contractshop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractshop.tools.junit.SpecExchanges;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that calls the shop over HTTP, with or without a token. Uses none of our client code.
 */
final class Caller {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final String token;

  private Caller(String token) {
    this.token = token;
  }

  static Caller anonymous() {
    return new Caller(null);
  }

  static Caller bearing(String token) {
    return new Caller(token);
  }

  String token() {
    return token;
  }

  Response get(URI uri) {
    return send(request(uri).GET());
  }

  /** The elements of all pages of a list. */
  List<JsonNode> all(URI list) {
    List<JsonNode> all = new ArrayList<>();
    for (URI page = list; page != null; ) {
      Response response = get(page);
      response.expect(200).forEach(all::add);
      page = response.next();
    }
    return all;
  }

  Response post(URI uri, String json) {
    return send(
        request(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /**
   * Orders with a key and retries after 503 and 504, as the API expects of its callers: the first
   * order after a start may take too long.
   */
  Response postUntilDecided(URI uri, String json) {
    HttpRequest.Builder request =
        request(uri)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json));
    return await()
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> send(request), response -> response.status() != 503 && response.status() != 504);
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LIMIT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Response send(HttpRequest.Builder request) {
    try {
      HttpRequest sent = request.build();
      HttpResponse<String> response = HTTP.send(sent, BodyHandlers.ofString());
      SpecExchanges.checkAny(sent, response);
      return new Response(
          response.statusCode(), JSON.readTree(response.body()), Pages.next(sent.uri(), response));
    } catch (IOException e) {
      throw new AssertionError("No response to " + request.build(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * @param next the page after this one, or null
   */
  record Response(int status, JsonNode body, URI next) {
    /** For calls that must succeed before a test can continue. */
    JsonNode expect(int expectedStatus) {
      if (status != expectedStatus) {
        throw new AssertionError(
            "Expected status %d, but got %d: %s".formatted(expectedStatus, status, body));
      }
      return body;
    }

    String error() {
      return body.path("error").asString();
    }
  }
}

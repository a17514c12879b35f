package org.contractshop.stubs.memory;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what the stubs of one service show. */
public final class StubSource {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final WireMockServer server;

  public StubSource(WireMockServer server) {
    this.server = server;
  }

  /**
   * @param status 0 if the connection broke
   */
  record Shown(int status, JsonNode body) {}

  Shown get(String path, String authorization) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return send(request.build());
  }

  Shown put(String path, String authorization, String body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  /** All mappings of the stubs. */
  public List<JsonNode> mappings() {
    List<JsonNode> mappings = new ArrayList<>();
    server.getStubMappings().forEach(mapping -> mappings.add(json(Json.write(mapping))));
    return mappings;
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private URI uri(String path) {
    return URI.create(server.baseUrl() + path);
  }

  private static Shown send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Shown(
          response.statusCode(),
          response.body().isEmpty()
              ? JsonNodeFactory.instance.missingNode()
              : json(response.body()));
    } catch (IOException exception) {
      return new Shown(0, JsonNodeFactory.instance.missingNode());
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(exception));
    }
  }
}

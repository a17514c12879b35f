package org.contractshop.stubs;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a token, in a session of the stubs. */
record StubCaller(StubServer stubs, String token, String session, String key) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  StubCaller(StubServer stubs, String token, String session) {
    this(stubs, token, session, "");
  }

  record Answer(int status, String body, String location, String link) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    List<String> ids() {
      List<String> ids = new ArrayList<>();
      json().forEach(element -> ids.add(element.get("id").asString()));
      return ids;
    }
  }

  StubCaller as(String other) {
    return new StubCaller(stubs, other, session, key);
  }

  StubCaller withKey(String other) {
    return new StubCaller(stubs, token, session, other);
  }

  Answer order(String items) {
    return post("order-service", "/orders", "{\"items\":[" + items + "]}");
  }

  int stock(long product) {
    return get("product-service", "/products/" + product).json().get("stock").asInt();
  }

  Answer get(String service, String path) {
    return send("GET", service, path, "");
  }

  Answer post(String service, String path, String body) {
    return send("POST", service, path, body);
  }

  Answer put(String service, String path, String body) {
    return send("PUT", service, path, body);
  }

  Answer patch(String service, String path, String body) {
    return send("PATCH", service, path, body);
  }

  Answer delete(String service, String path) {
    return send("DELETE", service, path, "");
  }

  int reset() {
    return send(HttpRequest.newBuilder(URI.create(stubs.overviewUrl() + "memory"))
            .header("Stub-Session", session)
            .DELETE()
            .build())
        .status();
  }

  private Answer send(String method, String service, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stubs.service(service).url() + path))
            .header("Authorization", "Bearer " + token)
            .header("Stub-Session", session)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return send(request.build());
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Location").orElse(""),
          response.headers().firstValue("Link").orElse(""));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }
}

package org.contractshop.user;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.contractshop.tools.junit.SpecExchanges;

/** Talks to the running service as a caller from outside does. */
final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;

  Http(int port) {
    this.port = port;
  }

  Response get(String path) {
    return send(request(path));
  }

  Response get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  Response post(String path, String json) {
    return post(path, BodyPublishers.ofString(json));
  }

  Response post(String path, BodyPublisher json) {
    return send(request(path).header("Content-Type", "application/json").POST(json));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  Response send(HttpRequest.Builder request) {
    try {
      HttpRequest sent = request.build();
      HttpResponse<String> response = CLIENT.send(sent, BodyHandlers.ofString());
      SpecExchanges.check("user-service", sent, response);
      return Response.of(response);
    } catch (IOException exception) {
      throw new AssertionError("The service did not response", exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", exception);
    }
  }
}

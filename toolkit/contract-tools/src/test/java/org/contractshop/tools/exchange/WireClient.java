package org.contractshop.tools.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests to a played service. */
record WireClient(int port) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  HttpResponse<String> send(Exchange exchange, String credentials, String wanted, String accept)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + exchange.target());
    Map<String, String> headers = new TreeMap<>(exchange.requestHeaders());
    headers.put("Accept", accept);
    headers.put("Authorization", credentials);
    headers.put(PlayedService.WANTED, wanted);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                exchange.method(),
                exchange.requestBody().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(exchange.requestBody()));
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty() || exchange.requestHeaders().containsKey(name)) {
            request.header(name, value);
          }
        });
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() == PlayedService.FAULT) {
      throw new IllegalStateException(exchange.target() + ": " + response.body());
    }
    return response;
  }
}

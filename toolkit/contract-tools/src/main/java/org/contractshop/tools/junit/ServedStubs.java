package org.contractshop.tools.junit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.exchange.Exchange;

/** A plain WireMock that serves the stubs of a module, as their users would. */
final class ServedStubs implements AutoCloseable {
  private final WireMockServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param folder that holds {@code mappings}
   */
  ServedStubs(Path folder) {
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .withRootDirectory(folder.toString())
                .disableRequestJournal());
    server.start();
  }

  /** The request with the response of the stubs. */
  Exchange send(Exchange request) throws IOException, InterruptedException {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + request.target()))
            .method(
                request.method(),
                request.requestBody().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.requestBody()));
    request.requestHeaders().forEach(sent::header);
    HttpResponse<String> response = client.send(sent.build(), BodyHandlers.ofString());
    Map<String, String> headers = new TreeMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    return request.answered(response.statusCode(), headers, response.body());
  }

  @Override
  public void close() {
    server.stop();
  }
}

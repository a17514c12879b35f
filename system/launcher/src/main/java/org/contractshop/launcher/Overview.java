package org.contractshop.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The page that links the docs of the three services. Only this machine sees it. */
final class Overview implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Content> contents;

  private record Content(String type, byte[] bytes) {}

  private Overview(HttpServer server, Map<String, Content> contents) {
    this.server = server;
    this.contents = contents;
  }

  static Overview start(Settings settings) throws IOException {
    String page = new String(resource("/overview.html"), StandardCharsets.UTF_8);
    for (Service service : Service.values()) {
      page = page.replace("{" + service + "}", settings.url(service));
    }
    Map<String, Content> contents =
        Map.of(
            "/",
            new Content("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8)),
            "/docs.css",
            new Content("text/css; charset=utf-8", resource("/api-docs/docs.css")),
            "/favicon.svg",
            new Content("image/svg+xml", resource("/api-docs/favicon.svg")));
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.overviewPort());
    HttpServer server = HttpServer.create(address, 0);
    Overview overview = new Overview(server, contents);
    server.createContext("/", overview::handle);
    server.start();
    return overview;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Content content = contents.get(exchange.getRequestURI().getPath());
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!head && !exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
      } else {
        exchange.getResponseHeaders().set("Content-Type", content.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange
            .getResponseHeaders()
            .set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
        exchange.sendResponseHeaders(200, head ? -1 : content.bytes().length);
        if (!head) {
          exchange.getResponseBody().write(content.bytes());
        }
      }
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = Overview.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }
}

package org.contractshop.stubs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.contractshop.stubs.memory.Sessions;

/** The page that links to the stubs and shows their catalogues. */
final class Overview implements AutoCloseable {
  private static final List<TablesExtension> TABLES =
      List.of((TablesExtension) TablesExtension.create());

  private record Page(String type, byte[] content) {}

  private static final String MEMORY = "/memory";

  private final HttpServer server;
  private final Sessions sessions;
  private final Map<String, Page> pages = new TreeMap<>();

  Overview(int port, List<ServedService> services, Sessions sessions) throws IOException {
    this.sessions = sessions;
    pages.put("/", html("Stubs", Resources.text("overview.html").formatted(rows(services))));
    pages.put("/docs.css", new Page("text/css", Resources.bytes("api-docs/docs.css")));
    pages.put("/favicon.svg", new Page("image/svg+xml", Resources.bytes("api-docs/favicon.svg")));
    for (ServedService served : services) {
      pages.put(
          "/" + served.service().name(),
          html(served.service().name(), fromMarkdown(served.service().text("CATALOGUE.md"))));
    }
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (BindException failure) {
      throw new StubsUnavailableException(
          "The overview cannot have port %d: something else uses it. Set STUBS_PORT to the first of %d free ports."
              .formatted(port, services.size() + 1),
          failure);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals(MEMORY)) {
        forget(exchange);
        return;
      }
      Page page = pages.get(exchange.getRequestURI().getPath());
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", page.type() + "; charset=utf-8");
      exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
      exchange.sendResponseHeaders(200, page.content().length);
      exchange.getResponseBody().write(page.content());
    }
  }

  /** A web page can send other methods than DELETE without a preflight request. */
  private void forget(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("DELETE")) {
      exchange.getResponseHeaders().set("Allow", "DELETE");
      exchange.sendResponseHeaders(405, -1);
      return;
    }
    String session = exchange.getRequestHeaders().getFirst("Stub-Session");
    if (session == null) {
      sessions.resetAll();
    } else {
      sessions.reset(session);
    }
    exchange.sendResponseHeaders(204, -1);
  }

  private static String rows(List<ServedService> services) {
    StringBuilder rows = new StringBuilder();
    for (ServedService served : services) {
      rows.append(
          """
          <tr>
            <td><a href="%1$s/docs/">%2$s</a></td>
            <td>%1$s</td>
            <td><a href="%1$s/openapi.yaml">openapi.yaml</a></td>
            <td><a href="%2$s">what it knows</a></td>
          </tr>
          """
              .formatted(served.url(), served.service().name()));
    }
    return rows.toString();
  }

  private static Page html(String title, String body) {
    return new Page(
        "text/html",
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%s</title>
          <link rel="icon" href="favicon.svg">
          <link rel="stylesheet" href="docs.css">
        </head>
        <body>
          <header><strong>Contract-first shop</strong><nav><a href="./">All stubs</a></nav></header>
          <main class="column overview">
        %s
          </main>
        </body>
        </html>
        """
            .formatted(title, body)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String fromMarkdown(String text) {
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .escapeHtml(true)
        .build()
        .render(Parser.builder().extensions(TABLES).build().parse(text));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

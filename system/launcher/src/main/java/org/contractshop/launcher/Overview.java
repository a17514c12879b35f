package org.contractshop.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The page about the running shop: links to the docs, what is happening, and switches for faults if
 * enabled. It can be reached only from this machine, and pages of other sites cannot use it.
 */
final class Overview implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String LIVE = "/live/";
  private static final String FAULTS = "/faults";
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Set<String> hosts;
  private final Live live;
  private final Faults faults;
  private final Map<String, Content> contents = new HashMap<>();

  private record Content(String type, byte[] bytes) {
    static Content text(String text) {
      return new Content(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * @param faults null if they are not enabled
   */
  Overview(Settings settings, Live live, Faults faults) throws IOException {
    this.live = live;
    this.faults = faults;
    int port = settings.overviewPort();
    hosts = Set.of("localhost:" + port, "127.0.0.1:" + port);
    String page = new String(resource("/overview.html"), StandardCharsets.UTF_8);
    for (Service service : Service.values()) {
      page = page.replace("{" + service + "}", settings.url(service));
    }
    page = page.replace("{faults}", String.valueOf(faults != null));
    contents.put(
        "/", new Content("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8)));
    contents.put(
        "/docs.css", new Content("text/css; charset=utf-8", resource("/api-docs/docs.css")));
    contents.put("/live.css", new Content("text/css; charset=utf-8", resource("/live.css")));
    contents.put("/live.js", new Content("text/javascript; charset=utf-8", resource("/live.js")));
    contents.put("/favicon.svg", new Content("image/svg+xml", resource("/api-docs/favicon.svg")));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        respond(exchange);
      } catch (IOException e) {
        exchange.sendResponseHeaders(503, -1);
      }
    }
  }

  private void respond(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    if (!isFromHere(exchange)) {
      exchange.sendResponseHeaders(403, -1);
    } else if (path.startsWith(FAULTS + "/") && faults != null) {
      change(exchange, path.substring(FAULTS.length() + 1), method);
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      exchange.sendResponseHeaders(contents.containsKey(path) ? 405 : 404, -1);
    } else {
      send(exchange, content(path));
    }
  }

  /** False for pages of other sites in a browser, and for other names of this machine. */
  private boolean isFromHere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    return hosts.contains(host) && (origin == null || origin.equals("http://" + host));
  }

  private Content content(String path) throws IOException {
    if (path.startsWith(LIVE)) {
      String text = live.read(path.substring(LIVE.length()));
      return text == null ? null : Content.text(text);
    }
    if (path.equals(FAULTS) && faults != null) {
      return Content.text(faults.list());
    }
    return contents.get(path);
  }

  private void change(HttpExchange exchange, String fault, String method) throws IOException {
    boolean on = method.equals("PUT");
    if (!on && !method.equals("DELETE")) {
      exchange.getResponseHeaders().set("Allow", "PUT, DELETE");
      exchange.sendResponseHeaders(405, -1);
    } else if (faults.set(fault, on)) {
      send(exchange, Content.text(faults.list()));
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private static void send(HttpExchange exchange, Content content) throws IOException {
    if (content == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", content.type());
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'");
    exchange.sendResponseHeaders(
        200, head || content.bytes().length == 0 ? -1 : content.bytes().length);
    if (!head) {
      exchange.getResponseBody().write(content.bytes());
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = Overview.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }
}

package org.contractshop.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that returns what it is told, and remembers what it was asked. */
final class Peer implements AutoCloseable {
  static final String PROBLEM =
      """
      {"type":"urn:problem-type:%s","title":"T","status":%d,"detail":"D.","error":"E"}""";

  private final HttpServer server;
  private final Deque<Canned> responses = new ArrayDeque<>();
  final List<Request> requests = new CopyOnWriteArrayList<>();

  record Request(String method, String uri, Map<String, List<String>> headers, String body) {
    /** Null if there is none. */
    String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? null : values.get(0);
    }
  }

  /** Whether the length of a body is not told before it. */
  volatile boolean chunked;

  private record Canned(int status, String body, Map<String, String> headers) {}

  Peer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /**
   * One response, of JSON unless the headers say otherwise; the last one is given again and again.
   */
  Peer returns(int status, String body, Map<String, String> headers) {
    responses.add(new Canned(status, body, headers));
    return this;
  }

  Peer returns(int status, String body) {
    return returns(status, body, Map.of());
  }

  Peer returns(int status) {
    return returns(status, PROBLEM.formatted("test", status));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            body));
    Canned response = responses.size() > 1 ? responses.remove() : responses.element();
    byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    response.headers().forEach(exchange.getResponseHeaders()::set);
    int length = bytes.length == 0 ? -1 : chunked ? 0 : bytes.length;
    exchange.sendResponseHeaders(response.status(), length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}

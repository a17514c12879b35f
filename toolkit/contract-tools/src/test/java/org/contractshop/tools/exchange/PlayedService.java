package org.contractshop.tools.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service on a port of its own that does what a spec says: it refuses what the spec refuses, says
 * which headers and defaults it took, and plays whichever documented response its caller wants to
 * see.
 */
final class PlayedService implements AutoCloseable {
  /** The response to play: a status and a number; none to hear whether the request is accepted. */
  static final String WANTED = "Wanted-Response";

  /** On a response that was not played, as the request was refused. */
  static final String REFUSED = "Request-Refused";

  private static final Map<String, String> REFUSAL = Map.of(REFUSED, "true");
  static final int ACCEPTED = 299;
  static final int NO_SUCH_RESPONSE = 599;

  /** The service itself failed, which is a fault of the trial. */
  static final int FAULT = 598;

  private final HttpServer server;
  private Service service;
  private PlayedResponses responses;

  PlayedService(Service service) throws IOException {
    play(service, service);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * @param other the version whose limits are tried too
   */
  void play(Service played, Service other) {
    service = played;
    responses = new PlayedResponses(other);
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdown();
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      http.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Exchange request =
          Exchange.request(http.getRequestMethod(), http.getRequestURI().toString(), headers, body);
      Exchange response = responseOrFault(request);
      response.responseHeaders().forEach(http.getResponseHeaders()::set);
      byte[] bytes = response.responseBody().getBytes(StandardCharsets.UTF_8);
      http.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        http.getResponseBody().write(bytes);
      }
    }
  }

  private Exchange responseOrFault(Exchange request) {
    try {
      return response(request);
    } catch (RuntimeException fault) {
      StringWriter trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      return request.answered(FAULT, Map.of(), trace.toString());
    }
  }

  private Exchange response(Exchange request) {
    Optional<Operation> found = ExchangeRules.operation(request, service);
    if (found.isEmpty()) {
      return request.answered(404, REFUSAL, "");
    }
    Operation operation = found.get();
    int refused = credentials(request, operation);
    if (refused != 0) {
      return request.answered(refused, REFUSAL, "");
    }
    RequestViolations violations = RequestViolations.of(request, operation);
    if (!violations.broken().isEmpty() || !violations.surplus().isEmpty()) {
      return request.answered(400, REFUSAL, violations.all().toString());
    }
    String wanted = request.requestHeader(WANTED).orElse("");
    return wanted.isEmpty()
        ? request.answered(ACCEPTED, Map.of(), Json.write(taken(request, operation)))
        : responses.play(request, operation, wanted);
  }

  private static int credentials(Exchange request, Operation operation) {
    String sent = request.requestHeader("Authorization").orElse("");
    boolean admitted =
        operation.security().children().isEmpty()
            || operation.security().children().stream()
                .anyMatch(alternative -> sent.startsWith(scheme(operation, alternative)));
    if (!admitted) {
      return 401;
    }
    String role = sent.replaceFirst("^\\S* ?", "");
    boolean mayCall =
        !operation.isSecured() || operation.roles().isEmpty() || operation.roles().contains(role);
    return mayCall ? 0 : 403;
  }

  /** How the credentials of an alternative begin; empty if it needs none. */
  static String scheme(Operation operation, SpecNode alternative) {
    StringBuilder kinds = new StringBuilder();
    for (SpecNode scheme : alternative.children()) {
      SpecNode definition =
          operation
              .service()
              .document()
              .get("components")
              .get("securitySchemes")
              .get(scheme.key())
              .resolved();
      kinds.append(definition.get("type").text()).append(definition.get("scheme").text());
      kinds.append(String.join("", scheme.texts()));
    }
    return kinds.isEmpty() ? "" : kinds + " ";
  }

  /** What no refusal shows: the service passes over headers that it does not know. */
  private static ObjectNode taken(Exchange request, Operation operation) {
    ObjectNode taken = JsonNodeFactory.instance.objectNode();
    for (Parameter parameter : operation.parameters()) {
      Optional<String> header =
          parameter.kind().equals("header")
              ? request.requestHeader(parameter.name())
              : Optional.empty();
      boolean sent =
          parameter.kind().equals("header")
              ? header.isPresent()
              : request.query().stream().anyMatch(pair -> pair.name().equals(parameter.name()));
      header.ifPresent(text -> taken.put(parameter.name(), text));
      if (!sent && parameter.schema().has("default")) {
        taken.set(parameter.name(), parameter.schema().get("default"));
      }
    }
    return taken;
  }
}

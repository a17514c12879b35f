package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Schemas;
import tools.jackson.databind.JsonNode;

/** Finds what is wrong with an answer. */
public final class ResponseViolations {
  /** Headers that tell callers what to do, so that they have to be declared. */
  private static final List<String> TELLING =
      List.of("Location", "Link", "Retry-After", "WWW-Authenticate", "Deprecation", "Sunset");

  private final Exchange exchange;
  private final List<String> faults = new ArrayList<>();

  private ResponseViolations(Exchange exchange) {
    this.exchange = exchange;
  }

  static List<String> of(Exchange exchange, Operation operation) {
    JsonNode declared = operation.response(exchange.status());
    if (declared.isMissingNode()) {
      return List.of(
          "status %d is not documented for %s: document it, or answer one of %s"
              .formatted(exchange.status(), operation.name(), operation.statuses()));
    }
    ResponseViolations finder = new ResponseViolations(exchange);
    finder.findInHeaders(declared.path("headers"));
    finder.findInBody(declared.path("content"));
    return finder.faults;
  }

  /** For what every operation, and every path without one, may answer. */
  public static List<String> ofProblem(Exchange exchange, JsonNode schema) {
    ResponseViolations finder = new ResponseViolations(exchange);
    finder.holdBody("application/problem+json", schema);
    return finder.faults;
  }

  private void findInHeaders(JsonNode declared) {
    for (Map.Entry<String, JsonNode> header : Json.members(declared)) {
      Optional<String> value = exchange.responseHeader(header.getKey());
      JsonNode schema = header.getValue().path("schema");
      if (value.isEmpty() && header.getValue().path("required").asBoolean(false)) {
        faults.add("the response header " + header.getKey() + " is missing");
      }
      value.ifPresent(
          text ->
              Schemas.problems(Json.ofText(text, schema), schema)
                  .forEach(
                      problem ->
                          faults.add(
                              "the response header %s is invalid: %s"
                                  .formatted(header.getKey(), problem))));
    }
    TELLING.stream()
        .filter(name -> exchange.responseHeader(name).isPresent() && !declared.has(name))
        .forEach(name -> faults.add("the response header " + name + " is not declared"));
  }

  private void findInBody(JsonNode content) {
    if (content.isEmpty()) {
      if (!exchange.responseBody().isEmpty()) {
        faults.add("the response has a body, but none is declared");
      }
      return;
    }
    String mediaType = Exchange.mediaType(exchange.responseHeader("Content-Type").orElse("none"));
    if (content.has(mediaType)) {
      holdBody(mediaType, content.get(mediaType).path("schema"));
    } else {
      faults.add(
          "the media type of the response is %s, not %s"
              .formatted(mediaType, RequestViolations.names(content)));
    }
  }

  private void holdBody(String wanted, JsonNode schema) {
    String mediaType = Exchange.mediaType(exchange.responseHeader("Content-Type").orElse("none"));
    if (!mediaType.equals(wanted)) {
      faults.add("the media type of the response is %s, not %s".formatted(mediaType, wanted));
      return;
    }
    Json.read(exchange.responseBody())
        .ifPresentOrElse(
            json -> {
              Schemas.problemsOfAnswer(json, schema)
                  .forEach(problem -> faults.add("the response body is invalid: " + problem));
              holdStatus(json, mediaType);
            },
            () -> faults.add("the response body is not JSON"));
  }

  private void holdStatus(JsonNode body, String mediaType) {
    int inside = body.path("status").asInt(exchange.status());
    if (mediaType.equals("application/problem+json") && inside != exchange.status()) {
      faults.add(
          "the problem names status %d, but the response has %d"
              .formatted(inside, exchange.status()));
    }
  }
}

package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Schemas;
import tools.jackson.databind.JsonNode;

/** Finds what is wrong with a response. */
public final class ResponseViolations {
  /** Headers that tell callers what to do, so that they have to be declared. */
  private static final List<String> TELLING =
      List.of("Location", "Link", "Retry-After", "WWW-Authenticate", "Deprecation", "Sunset");

  private static final List<String> STATUS = List.of("response", "status");
  private static final List<String> BODY = List.of("response", "body");

  private final Exchange exchange;
  private final List<Mismatch> faults = new ArrayList<>();

  private ResponseViolations(Exchange exchange) {
    this.exchange = exchange;
  }

  static List<Mismatch> of(Exchange exchange, Operation operation) {
    JsonNode declared = operation.response(exchange.status());
    if (declared.isMissingNode()) {
      return List.of(new Mismatch(STATUS, undocumented(exchange.status(), operation)));
    }
    ResponseViolations finder = new ResponseViolations(exchange);
    finder.findInHeaders(declared.path("headers"));
    finder.findInBody(declared.path("content"));
    finder.findInType(operation);
    return finder.faults;
  }

  private static String undocumented(int status, Operation operation) {
    String remedy =
        status >= 500
            ? "correct the service, which must not fail"
            : "document it, or answer one of " + operation.statuses();
    return "status %d is not documented for %s: %s".formatted(status, operation.name(), remedy);
  }

  /** For responses that every operation, and every path without one, may return. */
  public static List<Mismatch> ofProblem(Exchange exchange, JsonNode schema) {
    ResponseViolations finder = new ResponseViolations(exchange);
    finder.holdBody("application/problem+json", schema);
    return finder.faults;
  }

  private void findInHeaders(JsonNode declared) {
    for (Map.Entry<String, JsonNode> header : Json.members(declared)) {
      Optional<String> value = exchange.responseHeader(header.getKey());
      JsonNode schema = header.getValue().path("schema");
      if (value.isEmpty() && header.getValue().path("required").asBoolean(false)) {
        faults.add(
            new Mismatch(
                headers(header.getKey()),
                "the response header " + header.getKey() + " is missing"));
      }
      value.ifPresent(
          text ->
              Schemas.problems(Json.ofText(text, schema), schema)
                  .forEach(
                      problem ->
                          faults.add(
                              new Mismatch(
                                  headers(header.getKey()),
                                  "the response header %s is invalid: %s"
                                      .formatted(header.getKey(), problem)))));
    }
    TELLING.stream()
        .filter(name -> exchange.responseHeader(name).isPresent() && !declared.has(name))
        .forEach(
            name ->
                faults.add(
                    new Mismatch(
                        headers(name), "the response header " + name + " is not declared")));
  }

  private static List<String> headers(String name) {
    return List.of("response", "headers", name);
  }

  /** The problem types of a response are declared in {@code x-problem-types}. */
  private void findInType(Operation operation) {
    List<String> declared = operation.problemTypes(exchange.status());
    String type =
        Json.read(exchange.responseBody()).map(body -> body.path("type").asString("")).orElse("");
    if (!declared.isEmpty()
        && !declared.contains(type.replaceFirst("^" + Extensions.PROBLEM_TYPE_PREFIX, ""))) {
      faults.add(
          new Mismatch(
              List.of("response", "body", "type"),
              "the problem type %s is not declared: %s of response %d lists %s"
                  .formatted(type, Extensions.PROBLEM_TYPES, exchange.status(), declared)));
    }
  }

  private void findInBody(JsonNode content) {
    if (content.isEmpty()) {
      if (!exchange.responseBody().isEmpty()) {
        faults.add(new Mismatch(BODY, "the response has a body, but none is declared"));
      }
      return;
    }
    String mediaType = Exchange.mediaType(exchange.responseHeader("Content-Type").orElse("none"));
    if (content.has(mediaType)) {
      holdBody(mediaType, content.get(mediaType).path("schema"));
    } else {
      addMediaType(mediaType, RequestViolations.names(content));
    }
  }

  private void holdBody(String wanted, JsonNode schema) {
    String mediaType = Exchange.mediaType(exchange.responseHeader("Content-Type").orElse("none"));
    if (!mediaType.equals(wanted)) {
      addMediaType(mediaType, wanted);
      return;
    }
    Json.read(exchange.responseBody())
        .ifPresentOrElse(
            json -> {
              Schemas.problemsOfAnswer(json, schema)
                  .forEach(
                      problem ->
                          faults.add(Mismatch.of(problem, BODY, "the response body is invalid: ")));
              holdStatus(json, mediaType);
            },
            () -> faults.add(new Mismatch(BODY, "the response body is not JSON")));
  }

  private void addMediaType(String found, String declared) {
    faults.add(
        new Mismatch(
            headers("Content-Type"),
            "the media type of the response is %s, not %s".formatted(found, declared)));
  }

  private void holdStatus(JsonNode body, String mediaType) {
    int inside = body.path("status").asInt(exchange.status());
    if (mediaType.equals("application/problem+json") && inside != exchange.status()) {
      faults.add(
          new Mismatch(
              List.of("response", "body", "status"),
              "the problem names status %d, but the response has %d"
                  .formatted(inside, exchange.status())));
    }
  }
}

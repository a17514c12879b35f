package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.tools.exchange.Exchange.Query;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.Schemas;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with a request.
 *
 * @param unauthenticated whether it lacks the token that its operation needs
 * @param broken other violations of the spec
 * @param surplus what the spec does not mention, so that a service may ignore it
 */
record RequestViolations(boolean unauthenticated, List<Mismatch> broken, List<Mismatch> surplus) {
  private static final List<String> REQUEST_HEADERS = List.of("request", "headers");
  private static final List<String> BODY = List.of("request", "body");

  static RequestViolations of(Exchange exchange, Operation operation) {
    RequestViolations faults =
        new RequestViolations(
            operation.isSecured() && exchange.requestHeader("Authorization").isEmpty(),
            new ArrayList<>(),
            new ArrayList<>());
    faults.findInPath(exchange, operation);
    faults.findInQuery(exchange, operation);
    faults.findInHeaders(exchange, operation);
    faults.findInBody(exchange, operation);
    return faults;
  }

  boolean breaksSpec() {
    return unauthenticated || !broken.isEmpty();
  }

  List<Mismatch> all() {
    return Stream.of(
            unauthenticated
                ? List.of(
                    new Mismatch(
                        REQUEST_HEADERS,
                        "the operation needs a token: send the header Authorization"))
                : List.<Mismatch>of(),
            broken,
            surplus)
        .flatMap(List::stream)
        .toList();
  }

  private void findInPath(Exchange exchange, Operation operation) {
    String[] declared = operation.path().split("/", -1);
    for (int index = 0; index < declared.length; index++) {
      if (declared[index].startsWith("{")) {
        String name = declared[index].replaceAll("[{}]", "");
        String value = exchange.segment(index);
        operation.parameter("path", name).ifPresent(parameter -> compare(value, parameter));
      }
    }
  }

  private void findInQuery(Exchange exchange, Operation operation) {
    List<String> given = new ArrayList<>();
    for (Query query : exchange.query()) {
      if (given.contains(query.name())) {
        broken.add(
            new Mismatch(
                placeOf("query", query.name()),
                "the query parameter " + query.name() + " is given twice"));
      }
      given.add(query.name());
      operation
          .parameter("query", query.name())
          .ifPresentOrElse(
              parameter -> compare(query.value(), parameter),
              () ->
                  surplus.add(
                      new Mismatch(
                          placeOf("query", query.name()),
                          "the query parameter " + query.name() + " is not declared")));
    }
    operation.parameters("query").stream()
        .filter(parameter -> parameter.required() && !given.contains(parameter.name()))
        .forEach(this::addMissing);
  }

  private void findInHeaders(Exchange exchange, Operation operation) {
    for (Parameter parameter : operation.parameters("header")) {
      exchange
          .requestHeader(parameter.name())
          .ifPresentOrElse(
              value -> compare(value, parameter),
              () -> {
                if (parameter.required()) {
                  addMissing(parameter);
                }
              });
    }
  }

  private void findInBody(Exchange exchange, Operation operation) {
    String body = exchange.requestBody();
    JsonNode content = operation.requestContent();
    if (content.isEmpty()) {
      if (!body.isEmpty()) {
        surplus.add(new Mismatch(BODY, "the operation takes no body"));
      }
      return;
    }
    String mediaType = Exchange.mediaType(exchange.requestHeader("Content-Type").orElse("none"));
    if (body.isEmpty()) {
      if (operation.needsBody()) {
        broken.add(new Mismatch(BODY, "the body is missing"));
      }
    } else if (!content.has(mediaType)) {
      broken.add(
          new Mismatch(
              placeOf("header", "Content-Type"),
              "the media type of the body is %s, not %s".formatted(mediaType, names(content))));
    } else {
      Json.read(body)
          .ifPresentOrElse(
              json ->
                  Schemas.problems(json, content.get(mediaType).path("schema"))
                      .forEach(
                          problem ->
                              broken.add(Mismatch.of(problem, BODY, "the body is invalid: "))),
              () -> broken.add(new Mismatch(BODY, "the body is not JSON")));
    }
  }

  private void compare(String value, Parameter parameter) {
    for (Schemas.Problem problem :
        Schemas.problems(Json.ofText(value, parameter.schema()), parameter.schema())) {
      broken.add(
          new Mismatch(
              placeOf(parameter.kind(), parameter.name()),
              parameter.words() + " is invalid: " + problem));
    }
  }

  private void addMissing(Parameter parameter) {
    broken.add(
        new Mismatch(
            placeOf(parameter.kind(), parameter.name()), parameter.words() + " is missing"));
  }

  private static List<String> placeOf(String kind, String name) {
    return switch (kind) {
      case "query" -> List.of("request", "queryParameters", name);
      case "header" -> Mismatch.join(REQUEST_HEADERS, List.of(name));
      default -> List.of("request", "url");
    };
  }

  static String names(JsonNode object) {
    return String.join(" or ", object.propertyNames());
  }
}

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
 * @param unauthenticated it lacks the token that its operation needs
 * @param broken what breaks the spec otherwise
 * @param surplus what the spec does not speak of, so that a service may ignore it
 */
record RequestViolations(boolean unauthenticated, List<String> broken, List<String> surplus) {
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

  List<String> all() {
    return Stream.of(
            unauthenticated
                ? List.of("the operation needs a token: send the header Authorization")
                : List.<String>of(),
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
        operation.parameter("path", name).ifPresent(parameter -> hold(value, parameter));
      }
    }
  }

  private void findInQuery(Exchange exchange, Operation operation) {
    List<String> given = new ArrayList<>();
    for (Query query : exchange.query()) {
      if (given.contains(query.name())) {
        broken.add("the query parameter " + query.name() + " is given twice");
      }
      given.add(query.name());
      operation
          .parameter("query", query.name())
          .ifPresentOrElse(
              parameter -> hold(query.value(), parameter),
              () -> surplus.add("the query parameter " + query.name() + " is not declared"));
    }
    operation.parameters("query").stream()
        .filter(parameter -> parameter.required() && !given.contains(parameter.name()))
        .forEach(parameter -> broken.add(parameter.words() + " is missing"));
  }

  private void findInHeaders(Exchange exchange, Operation operation) {
    for (Parameter parameter : operation.parameters("header")) {
      exchange
          .requestHeader(parameter.name())
          .ifPresentOrElse(
              value -> hold(value, parameter),
              () -> {
                if (parameter.required()) {
                  broken.add(parameter.words() + " is missing");
                }
              });
    }
  }

  private void findInBody(Exchange exchange, Operation operation) {
    String body = exchange.requestBody();
    JsonNode content = operation.requestContent();
    if (content.isEmpty()) {
      if (!body.isEmpty()) {
        surplus.add("the operation takes no body");
      }
      return;
    }
    String mediaType = Exchange.mediaType(exchange.requestHeader("Content-Type").orElse("none"));
    if (body.isEmpty()) {
      if (operation.needsBody()) {
        broken.add("the body is missing");
      }
    } else if (!content.has(mediaType)) {
      broken.add("the media type of the body is %s, not %s".formatted(mediaType, names(content)));
    } else {
      Json.read(body)
          .ifPresentOrElse(
              json ->
                  Schemas.problems(json, content.get(mediaType).path("schema"))
                      .forEach(problem -> broken.add("the body is invalid: " + problem)),
              () -> broken.add("the body is not JSON"));
    }
  }

  private void hold(String value, Parameter parameter) {
    for (String problem :
        Schemas.problems(Json.ofText(value, parameter.schema()), parameter.schema())) {
      broken.add(parameter.words() + " is invalid: " + problem);
    }
  }

  static String names(JsonNode object) {
    return String.join(" or ", object.propertyNames());
  }
}

package org.contractshop.testing.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An operation of a spec, such as {@code GET /users/{id}}. */
record Operation(
    String service, String method, String path, List<Parameter> parameters, JsonNode json) {
  static Operation of(String service, String method, String path, JsonNode pathItem) {
    List<Parameter> parameters = new ArrayList<>();
    pathItem.path("parameters").forEach(declared -> parameters.add(Parameter.of(declared)));
    JsonNode json = pathItem.get(method);
    json.path("parameters").forEach(declared -> parameters.add(Parameter.of(declared)));
    return new Operation(service, method.toUpperCase(Locale.ROOT), path, parameters, json);
  }

  String name() {
    return method + " " + path;
  }

  boolean isSecured() {
    return !json.path("security").isEmpty();
  }

  List<Parameter> parameters(String kind) {
    return parameters.stream().filter(parameter -> parameter.kind().equals(kind)).toList();
  }

  Optional<Parameter> parameter(String kind, String name) {
    return parameters(kind).stream()
        .filter(
            parameter ->
                kind.equals("header")
                    ? parameter.name().equalsIgnoreCase(name)
                    : parameter.name().equals(name))
        .findFirst();
  }

  List<Integer> statuses() {
    return json.path("responses").properties().stream()
        .map(Map.Entry::getKey)
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  JsonNode response(int status) {
    return json.path("responses").path(String.valueOf(status));
  }

  /** The documented bodies of the request, by media type. */
  JsonNode requestContent() {
    return json.path("requestBody").path("content");
  }

  boolean needsBody() {
    return json.path("requestBody").path("required").asBoolean(false);
  }
}

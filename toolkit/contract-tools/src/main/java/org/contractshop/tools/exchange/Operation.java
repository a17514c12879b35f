package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An operation of a spec, such as {@code GET /users/{id}}. */
public record Operation(
    String service, String method, String path, List<Parameter> parameters, JsonNode json) {
  static Operation of(String service, String method, String path, JsonNode pathItem) {
    List<Parameter> parameters = new ArrayList<>();
    pathItem.path("parameters").forEach(declared -> parameters.add(Parameter.of(declared)));
    JsonNode json = pathItem.get(method);
    json.path("parameters").forEach(declared -> parameters.add(Parameter.of(declared)));
    return new Operation(service, method.toUpperCase(Locale.ROOT), path, parameters, json);
  }

  public String name() {
    return method + " " + path;
  }

  public boolean isSecured() {
    return !json.path("security").isEmpty();
  }

  public List<Parameter> parameters(String kind) {
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

  public List<Integer> statuses() {
    return json.path("responses").properties().stream()
        .map(Map.Entry::getKey)
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  public JsonNode response(int status) {
    return json.path("responses").path(String.valueOf(status));
  }

  /** The documented bodies of the request, by media type. */
  public JsonNode requestContent() {
    return json.path("requestBody").path("content");
  }

  public boolean needsBody() {
    return json.path("requestBody").path("required").asBoolean(false);
  }
}

package org.contractshop.tools.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import tools.jackson.databind.JsonNode;

/**
 * A request built from the examples of the spec, or one that differs from it in one place.
 *
 * @param values of the parameters, by kind and name
 * @param body as sent; empty if there is none
 */
public record Sample(Operation operation, Map<Parameter, String> values, String body) {
  private static final String JSON = "application/json";

  /**
   * With the path and the body of the examples, and without what is optional. Where the spec has no
   * valid example, as in a spec under test, with a small value of the schema.
   */
  public static Sample of(Operation operation) {
    Map<Parameter, String> values = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.required()) {
        JsonNode example = Json.ofText(parameter.example(), parameter.schema());
        values.put(parameter, Values.allowed(example, parameter.schema()).asString());
      }
    }
    JsonNode example = bodyExample(operation);
    return new Sample(operation, values, example.isMissingNode() ? "" : Json.write(example));
  }

  static JsonNode bodyExample(Operation operation) {
    JsonNode content = operation.requestContent().path(mediaType(operation));
    if (content.isMissingNode()) {
      return content;
    }
    JsonNode examples = content.path("examples");
    JsonNode first = examples.isEmpty() ? examples.path(0) : examples.iterator().next();
    return Values.allowed(first.path("value"), content.path("schema"));
  }

  static JsonNode bodySchema(Operation operation) {
    return operation.requestContent().path(mediaType(operation)).path("schema");
  }

  private static String mediaType(Operation operation) {
    JsonNode content = operation.requestContent();
    return content.isEmpty() || content.has(JSON)
        ? JSON
        : content.propertyNames().iterator().next();
  }

  public Sample with(Parameter parameter, String value) {
    Map<Parameter, String> changed = new LinkedHashMap<>(values);
    changed.put(parameter, value);
    return new Sample(operation, changed, body);
  }

  public Sample withBody(String other) {
    return new Sample(operation, values, other);
  }

  public String target() {
    String path = operation.path();
    for (Parameter parameter : operation.parameters("path")) {
      String value = encoded(parameter).replace("+", "%20");
      path = path.replace("{" + parameter.name() + "}", value);
    }
    String query =
        operation.parameters("query").stream()
            .filter(values::containsKey)
            .map(parameter -> parameter.name() + "=" + encoded(parameter))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private String encoded(Parameter parameter) {
    return Exchange.encoded(Objects.requireNonNull(values.get(parameter), parameter.name()));
  }

  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    operation.parameters("header").stream()
        .filter(values::containsKey)
        .forEach(parameter -> headers.put(parameter.name(), values.get(parameter)));
    if (!operation.requestContent().isEmpty()) {
      headers.put("Content-Type", mediaType(operation));
    }
    return headers;
  }

  Exchange exchange() {
    return Exchange.request(operation.method(), target(), headers(), body);
  }

  /** Whether the spec allows it, apart from the token. */
  public boolean isAllowed() {
    return RequestViolations.of(exchange(), operation).broken().isEmpty();
  }
}

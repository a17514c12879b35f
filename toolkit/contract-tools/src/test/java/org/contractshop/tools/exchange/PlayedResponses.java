package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Schemas;
import org.contractshop.tools.spec.Service;
import tools.jackson.databind.JsonNode;

/** The responses that a spec allows, above all those at the limits of either of two versions. */
final class PlayedResponses {
  /** Most responses are the same in most operations and versions. */
  private static final Map<List<Object>, List<Exchange>> KNOWN = new ConcurrentHashMap<>();

  private final Service other;

  /**
   * @param other the version whose limits are tried too
   */
  PlayedResponses(Service other) {
    this.other = other;
  }

  /**
   * @param wanted a status and a number, such as {@code 200 3}
   */
  Exchange play(Exchange request, Operation operation, String wanted) {
    int status = Integer.parseInt(wanted.split(" ")[0]);
    int number = Integer.parseInt(wanted.split(" ")[1]);
    String accept = request.requestHeader("Accept").orElse("*/*");
    JsonNode response = operation.response(status);
    JsonNode otherResponse =
        other
            .operation(operation.method(), request.path())
            .map(it -> it.response(status))
            .orElse(response);
    List<Exchange> responses =
        KNOWN.computeIfAbsent(
            List.of(status, accept, response, otherResponse),
            key -> responses(request, status, accept, response, otherResponse));
    return number < responses.size()
        ? request.answered(
            responses.get(number).status(),
            responses.get(number).responseHeaders(),
            responses.get(number).responseBody())
        : request.answered(PlayedService.NO_SUCH_RESPONSE, Map.of(), "");
  }

  private static List<Exchange> responses(
      Exchange request, int status, String accept, JsonNode response, JsonNode otherResponse) {
    if (response.isMissingNode()) {
      return List.of();
    }
    List<Exchange> all = new ArrayList<>();
    for (Map<String, String> headers :
        headers(response.path("headers"), otherResponse.path("headers"))) {
      all.add(request.answered(status, headers, ""));
    }
    Map<String, String> usual = all.get(0).responseHeaders();
    List<Exchange> bodies = new ArrayList<>();
    for (Map.Entry<String, JsonNode> content : Json.members(response.path("content"))) {
      if (accept.contains("*/*") || accept.contains(content.getKey())) {
        Map<String, String> headers = new TreeMap<>(usual);
        headers.put("Content-Type", content.getKey());
        JsonNode schema = content.getValue().path("schema");
        JsonNode otherSchema = otherResponse.path("content").path(content.getKey()).path("schema");
        for (JsonNode body : bodies(schema, otherSchema, content.getValue().path("examples"))) {
          bodies.add(request.answered(status, headers, Json.write(body)));
        }
      }
    }
    if (response.path("content").isEmpty()) {
      return all;
    }
    all.replaceAll(
        one ->
            bodies.isEmpty()
                ? one
                : one.answered(
                    status,
                    withMediaType(one.responseHeaders(), bodies.get(0)),
                    bodies.get(0).responseBody()));
    all.addAll(bodies);
    return bodies.isEmpty() ? List.of() : all;
  }

  private static Map<String, String> withMediaType(Map<String, String> headers, Exchange body) {
    Map<String, String> joined = new TreeMap<>(headers);
    joined.put("Content-Type", body.responseHeaders().get("Content-Type"));
    return joined;
  }

  private static List<JsonNode> bodies(JsonNode schema, JsonNode otherSchema, JsonNode examples) {
    List<JsonNode> candidates = new ArrayList<>();
    examples.forEach(example -> candidates.add(example.path("value")));
    candidates.add(Values.sample(schema));
    JsonNode base =
        candidates.stream()
            .filter(one -> Schemas.allows(one, schema))
            .findFirst()
            .orElse(candidates.get(candidates.size() - 1));
    candidates.addAll(Variants.of(schema, base));
    if (otherSchema.isObject() && !otherSchema.equals(schema)) {
      candidates.addAll(Variants.of(otherSchema, base));
    }
    return candidates.stream().filter(one -> Schemas.allows(one, schema)).distinct().toList();
  }

  private static List<Map<String, String>> headers(JsonNode declared, JsonNode otherwise) {
    Map<String, String> all = new TreeMap<>();
    Map<String, String> required = new TreeMap<>();
    List<Map<String, String>> headers = new ArrayList<>(List.of(all, required));
    for (Map.Entry<String, JsonNode> header : Json.members(declared)) {
      JsonNode schema = header.getValue().path("schema");
      JsonNode example = Values.allowed(header.getValue().path("example"), schema);
      List<String> texts = new ArrayList<>(List.of(example.asString("")));
      Values.around(schema, example).forEach(value -> texts.add(value.asString("")));
      Values.around(otherwise.path(header.getKey()).path("schema"), example)
          .forEach(value -> texts.add(value.asString("")));
      List<String> valid =
          texts.stream()
              .filter(text -> text.matches("([\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?)?"))
              .filter(text -> Schemas.allows(Json.ofText(text, schema), schema))
              .distinct()
              .toList();
      if (!valid.isEmpty()) {
        all.put(header.getKey(), valid.get(0));
        if (header.getValue().path("required").asBoolean(false)) {
          required.put(header.getKey(), valid.get(0));
        }
      }
      valid.forEach(text -> headers.add(new TreeMap<>(Map.of(header.getKey(), text))));
    }
    headers.forEach(some -> required.forEach(some::putIfAbsent));
    return headers;
  }
}

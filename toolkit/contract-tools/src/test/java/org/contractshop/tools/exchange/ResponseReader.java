package org.contractshop.tools.exchange;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads responses as a caller does who understands all that its spec describes. */
final class ResponseReader {
  private final Set<String> broken;

  /** What the caller has met: statuses, headers, fields and problem types. */
  private final Set<String> met = new TreeSet<>();

  /**
   * @param broken gets what the caller does not understand
   */
  ResponseReader(Set<String> broken) {
    this.broken = broken;
  }

  Set<String> met() {
    return met;
  }

  /**
   * @param current what the service plays
   * @param asksForTokens whether it does so in both versions; else there is nothing to refuse
   */
  void read(
      Operation operation,
      Operation current,
      boolean asksForTokens,
      HttpResponse<String> response) {
    int status = response.statusCode();
    String name = operation.name() + " " + status;
    JsonNode declared = operation.response(status);
    if (declared.isMissingNode()) {
      if (status < 300 || status < 400 && status != 304) {
        broken.add(name + " is a success that the caller does not know");
      }
      return;
    }
    if (!asksForTokens && Set.of(401, 403).contains(status)) {
      return;
    }
    met.add(name);
    for (Map.Entry<String, JsonNode> header : Json.members(declared.path("headers"))) {
      JsonNode schema = header.getValue().path("schema");
      String text = response.headers().firstValue(header.getKey()).orElse(null);
      if (text != null) {
        met.add(name + " header " + header.getKey());
      }
      if (text == null
          ? header.getValue().path("required").asBoolean(false)
          : !Schemas.allows(Json.ofText(text, schema), schema)) {
        broken.add(name + " has not the header " + header.getKey() + ", but " + text);
      }
    }
    if (declared.path("content").isEmpty()) {
      return;
    }
    String mediaType = Exchange.mediaType(response.headers().firstValue("Content-Type").orElse(""));
    JsonNode schema = declared.path("content").path(mediaType).path("schema");
    JsonNode body = Json.read(response.body()).orElse(JsonNodeFactory.instance.missingNode());
    if (schema.isMissingNode() || body.isMissingNode()) {
      broken.add(name + " has the media type " + mediaType);
      return;
    }
    met.add(name + " as " + mediaType);
    Schemas.problems(body, schema).forEach(problem -> broken.add(name + " body " + problem));
    JsonNode meant = current.response(status).path("content").path(mediaType).path("schema");
    read(name + " body", body, schema, meant);
  }

  /** All problem types of a response, of which one was read. */
  void meetTypes(Operation current, int status) {
    current
        .problemTypes(status)
        .forEach(type -> met.add("problem type " + Extensions.PROBLEM_TYPE_PREFIX + type));
  }

  /** Notes the fields; one that is absent must mean to the caller what it means to the service. */
  private void read(String place, JsonNode value, JsonNode schema, JsonNode meant) {
    for (Map.Entry<String, JsonNode> property : Json.members(schema.path("properties"))) {
      JsonNode other = meant.path("properties").path(property.getKey());
      String inside = place + "." + property.getKey();
      if (value.has(property.getKey())) {
        met.add(inside);
        read(inside, value.get(property.getKey()), property.getValue(), other);
      } else if (!property.getValue().path("default").equals(other.path("default"))) {
        broken.add(inside + " is absent and means another default");
      }
    }
    value
        .valueStream()
        .filter(element -> value.isArray())
        .forEach(element -> read(place + "[]", element, schema.path("items"), meant.path("items")));
    if (place.endsWith("body") && value.has("type") && value.has("error")) {
      met.add("problem type " + value.get("type").asString());
    }
  }
}

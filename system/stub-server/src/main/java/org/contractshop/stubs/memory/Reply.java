package org.contractshop.stubs.memory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * @param body null if there is none
 */
record Reply(int status, Map<String, String> headers, @Nullable JsonNode body) {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static Reply ok(JsonNode body) {
    return new Reply(200, Map.of("Content-Type", "application/json"), body);
  }

  static Reply created(String location, JsonNode body) {
    return new Reply(201, Map.of("Content-Type", "application/json", "Location", location), body);
  }

  static Reply noContent() {
    return new Reply(204, Map.of(), null);
  }

  static Reply problem(
      Call call, int status, String type, String title, String detail, String error) {
    return problem(call.instance(), status, type, title, detail, error);
  }

  private static Reply problem(
      String instance, int status, String type, String title, String detail, String error) {
    ObjectNode problem =
        NODES
            .objectNode()
            .put("type", "urn:problem-type:" + type)
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .put("instance", instance)
            .put("error", error);
    return new Reply(status, Map.of("Content-Type", "application/problem+json"), problem);
  }

  /** A problem whose title says enough for people too. */
  static Reply problem(Call call, int status, String type, String title, String detail) {
    return problem(call, status, type, title, detail, title);
  }

  /**
   * @param kind such as {@code order}
   */
  static Reply notFound(Call call, String kind) {
    String title = Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " not found";
    return problem(
        call, 404, kind + "-not-found", title, "There is no " + kind + " " + call.id() + ".");
  }

  static Reply forbidden(Call call) {
    return forbidden(call.instance());
  }

  static Reply forbidden(String instance) {
    return problem(
        instance,
        403,
        "forbidden",
        "Forbidden",
        "You do not have permission to do this.",
        "Forbidden");
  }

  static Reply invalidField(Call call, String field, String message) {
    Reply reply =
        problem(
            call,
            400,
            "invalid-request",
            "Invalid request",
            field + " " + message + ".",
            field + " " + message);
    ((ObjectNode) Objects.requireNonNull(reply.body()))
        .putArray("fields")
        .addObject()
        .put("field", field)
        .put("message", message);
    return reply;
  }

  /** Adds the version, and omits the body if the caller already has that version. */
  Reply unlessKnown(Call call) {
    if (status != 200) {
      return this;
    }
    String version = "\"" + Tokens.hash(String.valueOf(body)).substring(0, 22) + "\"";
    Map<String, String> versioned = new LinkedHashMap<>(headers);
    versioned.put("ETag", version);
    boolean known = call.ifNoneMatch().equals("*") || call.ifNoneMatch().contains(version);
    return known ? new Reply(304, Map.of("ETag", version), null) : new Reply(200, versioned, body);
  }

  Reply with(String member, long value) {
    ObjectNode changed = ((ObjectNode) Objects.requireNonNull(body)).deepCopy();
    changed.put(member, value);
    return new Reply(status, headers, changed);
  }

  /** Formats money as the services do. */
  static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.UNNECESSARY);
  }
}

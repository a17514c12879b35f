package org.contractshop.tools.exchange;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Validates values against the schemas of a spec. */
final class Schemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialect.builder(Dialects.getOpenApi30())
              .format(new EmailAddress())
              .format(new IntegerFormat("int32", 32))
              .format(new IntegerFormat("int64", 64))
              .build(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .locale(Locale.ENGLISH)
                      .build()));

  /** To build one takes far longer than to use it. */
  private static final Map<JsonNode, Schema> BUILT = new ConcurrentHashMap<>();

  private Schemas() {}

  /** What a caller may send: the schema says itself whether its objects are closed. */
  static List<String> problems(JsonNode value, JsonNode schema) {
    return BUILT
        .computeIfAbsent(schema, REGISTRY::getSchema)
        .validate(Json.withoutHugeDecimals(value))
        .stream()
        .map(Schemas::words)
        .sorted()
        .toList();
  }

  /** What a service may answer: readers must bear unknown fields, but nobody may send one. */
  static List<String> problemsOfAnswer(JsonNode value, JsonNode schema) {
    return problems(value, closed(schema));
  }

  static boolean allows(JsonNode value, JsonNode schema) {
    return problems(value, schema).isEmpty();
  }

  /**
   * Not the library's own words: WireMock brings those of an older version to the same class path.
   */
  private static String words(Error error) {
    String place = error.getInstanceLocation().toString();
    String at = place.isEmpty() ? "" : "at " + place + ": ";
    Object limit = error.getArguments() == null ? "" : error.getArguments()[0];
    return at
        + switch (error.getKeyword()) {
          case "additionalProperties" -> "the field " + error.getProperty() + " is not declared";
          case "required" -> "the required field " + error.getProperty() + " is missing";
          case "type" -> "%s found, %s expected".formatted(error.getArguments());
          case "minimum" -> "must be at least " + limit;
          case "maximum" -> "must be at most " + limit;
          case "multipleOf" -> "must be a multiple of " + limit;
          case "minLength" -> "must have at least " + limit + " characters";
          case "maxLength" -> "must have at most " + limit + " characters";
          case "minItems" -> "must have at least " + limit + " elements";
          case "maxItems" -> "must have at most " + limit + " elements";
          case "pattern" -> "must match " + limit;
          case "enum" -> "must be one of " + limit;
          case "format" -> "must have the format " + error.getSchemaNode().asString();
          default -> "breaks " + error.getKeyword();
        };
  }

  private static JsonNode closed(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    close(copy);
    return copy;
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (object.path("properties").isObject() && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
      object.path("properties").forEach(Schemas::close);
      close(object.path("items"));
    }
  }
}

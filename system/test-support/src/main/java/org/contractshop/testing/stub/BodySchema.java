package org.contractshop.testing.stub;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A schema of a spec in the dialect of WireMock's validator. */
final class BodySchema {
  /** The validator finds {@code $} before a last line feed too; the spec means the end. */
  private static final String END = "(?!\\n)$";

  private BodySchema() {}

  static String of(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    translate(copy);
    return copy.toPrettyString();
  }

  private static void translate(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      String pattern = object.path("pattern").asString("");
      if (pattern.endsWith("$")) {
        object.put("pattern", pattern.substring(0, pattern.length() - 1) + END);
      } else if (object.path("format").asString("").equals("email")) {
        object.put("pattern", "^\\S+@\\S+" + END);
      }
      object.path("properties").forEach(BodySchema::translate);
      translate(object.path("items"));
    }
  }
}

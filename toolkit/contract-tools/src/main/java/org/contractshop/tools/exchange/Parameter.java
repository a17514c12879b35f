package org.contractshop.tools.exchange;

import tools.jackson.databind.JsonNode;

/** A declared parameter: what the {@code kind} {@code path}, {@code query} or {@code header} is. */
public record Parameter(
    String name, String kind, boolean required, JsonNode schema, JsonNode declaration) {
  static Parameter of(JsonNode declaration) {
    return new Parameter(
        declaration.path("name").asString(),
        declaration.path("in").asString(),
        declaration.path("required").asBoolean(false),
        declaration.path("schema"),
        declaration);
  }

  public String example() {
    JsonNode example =
        declaration.has("example") ? declaration.get("example") : schema.path("example");
    return example.asString();
  }

  public String words() {
    return "the " + (kind.equals("header") ? "header" : kind + " parameter") + " " + name;
  }
}

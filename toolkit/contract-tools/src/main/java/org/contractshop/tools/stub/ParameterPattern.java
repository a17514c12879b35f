package org.contractshop.tools.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.and;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonSchema;

import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The texts that a parameter's schema allows. */
final class ParameterPattern {
  private static final String INTEGER = "-?(0|[1-9][0-9]*)";
  private static final String NUMBER = INTEGER + "(\\.[0-9]+)?([eE][+-]?[0-9]+)?";
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private ParameterPattern() {}

  static StringValuePattern of(JsonNode schema) {
    return switch (schema.path("type").asString()) {
      case "integer" -> and(matching(INTEGER), matchingJsonSchema(schema.toString()));
      case "number" -> and(matching(NUMBER), matchingJsonSchema(schema.toString()));
      case "string" -> text(schema);
      default ->
          throw new IllegalArgumentException(
              "Stubs cannot judge a parameter with the schema " + schema + ": teach them");
    };
  }

  private static StringValuePattern text(JsonNode schema) {
    List<StringValuePattern> rules = new ArrayList<>();
    rules.add(
        matching(
            "(?s).{%s,%s}"
                .formatted(
                    schema.path("minLength").asInt(0), schema.path("maxLength").asString(""))));
    if (schema.has("pattern")) {
      // A JSON Schema pattern may match anywhere; a WireMock pattern must match the whole text.
      rules.add(matching("(?s).*(?:" + schema.get("pattern").asString() + ").*"));
    }
    if (schema.has("enum")) {
      rules.add(
          matching(
              StreamSupport.stream(schema.get("enum").spliterator(), false)
                  .map(JsonNode::asString)
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))));
    }
    if (schema.path("format").asString("").equals("uuid")) {
      rules.add(matching(UUID));
    }
    return rules.size() == 1 ? rules.get(0) : and(rules.toArray(StringValuePattern[]::new));
  }
}

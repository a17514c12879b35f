package org.contractshop.tools.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonSchema;
import static com.github.tomakehurst.wiremock.client.WireMock.not;

import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Patterns of the bodies that a schema refuses. */
final class BodyPatterns {
  /** The validator also matches {@code $} before a final line feed; the spec means the end. */
  private static final String END = "(?!\\n)$";

  // The grammar of RFC 8259. WireMock also accepts comments, single quotes and garbage after the
  // end.
  private static final String BLANK = "[ \\t\\n\\r]*+";
  private static final String TEXT =
      "\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"";
  private static final String SCALAR =
      "(?:" + TEXT + "|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null)";

  private final Set<String> integers = new TreeSet<>();
  private int depth;

  private BodyPatterns() {}

  /** Each matches bodies that are wrong in a different way. */
  static List<StringValuePattern> wrong(JsonNode schema) {
    BodyPatterns patterns = new BodyPatterns();
    JsonNode translated = schema.deepCopy();
    patterns.translate(translated, 1);
    List<StringValuePattern> wrong = new ArrayList<>();
    wrong.add(not(matchingJsonSchema(translated.toPrettyString())));
    wrong.add(not(matching(BLANK + json(patterns.depth) + BLANK)));
    if (!patterns.integers.isEmpty()) {
      // To the validator 2.0 is an integer.
      String names = String.join("|", patterns.integers);
      wrong.add(matching("(?s).*\"(?:" + names + ")\"" + BLANK + ":" + BLANK + "-?[0-9]+[.eE].*"));
    }
    return wrong;
  }

  /** A regular expression for JSON with that many levels of nesting. */
  static String json(int depth) {
    if (depth == 0) {
      return SCALAR;
    }
    String value = json(depth - 1) + BLANK;
    String comma = "(?:," + BLANK + "(?![\\]}])|(?=[\\]}]))";
    return "(?:" + SCALAR + "|\\{" + BLANK + "(?:" + TEXT + BLANK + ":" + BLANK + value + comma
        + ")*+\\}" + "|\\[" + BLANK + "(?:" + value + comma + ")*+\\])";
  }

  private void translate(JsonNode schema, int level) {
    if (!(schema instanceof ObjectNode object)) {
      return;
    }
    String pattern = object.path("pattern").asString("");
    if (pattern.endsWith("$")) {
      object.put("pattern", pattern.substring(0, pattern.length() - 1) + END);
    } else if (object.path("format").asString("").equals("email")) {
      object.put("pattern", "^\\S+@\\S+" + END);
    }
    if (object.has("properties") || object.has("items")) {
      depth = Math.max(depth, level);
    }
    object
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (property.getValue().path("type").asString("").equals("integer")) {
                integers.add(property.getKey());
              }
              translate(property.getValue(), level + 1);
            });
    translate(object.path("items"), level + 1);
  }
}

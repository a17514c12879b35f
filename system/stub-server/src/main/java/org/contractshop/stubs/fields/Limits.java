package org.contractshop.stubs.fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.contractshop.tools.spec.Extensions;
import tools.jackson.databind.JsonNode;

/**
 * The limits of a schema that a value of the right type exceeds, in the words of bean validation.
 */
final class Limits {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@.]+(\\.[^\\s@.]+)*@[^\\s@.]+(\\.[^\\s@.]+)*");

  private Limits() {}

  static List<String> of(JsonNode value, JsonNode schema) {
    List<String> broken = new ArrayList<>();
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      if (schema.has("minimum") && number.compareTo(schema.get("minimum").decimalValue()) < 0) {
        broken.add("must be greater than or equal to " + schema.get("minimum").asString());
      }
      if (schema.has("maximum") && number.compareTo(schema.get("maximum").decimalValue()) > 0) {
        broken.add("must be less than or equal to " + schema.get("maximum").asString());
      }
    } else if (value.isString()) {
      text(value.asString(), schema, broken);
    } else if (value.isArray()) {
      size(value.size(), schema, "minItems", "maxItems", broken);
    }
    return broken;
  }

  private static void text(String text, JsonNode schema, List<String> broken) {
    size(text.length(), schema, "minLength", "maxLength", broken);
    String pattern = schema.path("pattern").asString("");
    if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).matches()) {
      broken.add(schema.path(Extensions.PATTERN_MESSAGE).asString("has the wrong form"));
    }
    if (schema.path("format").asString("").equals("email") && !EMAIL.matcher(text).matches()) {
      broken.add("must be a well-formed email address");
    }
  }

  private static void size(
      int size, JsonNode schema, String least, String most, List<String> broken) {
    int minimum = schema.path(least).asInt(0);
    int maximum = schema.path(most).asInt(Integer.MAX_VALUE);
    if (size < minimum || size > maximum) {
      broken.add("size must be between " + minimum + " and " + maximum);
    }
  }
}

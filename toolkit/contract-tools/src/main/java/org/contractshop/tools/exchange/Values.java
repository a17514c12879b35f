package org.contractshop.tools.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values around the limits of a schema; the schema itself decides which of them it allows. */
final class Values {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Set<JsonNode> values = new LinkedHashSet<>();

  private Values() {}

  /**
   * @param example a valid value, from which texts of other lengths are made
   */
  static Set<JsonNode> around(JsonNode schema, JsonNode example) {
    Values around = new Values();
    switch (schema.path("type").asString("")) {
      case "integer" -> around.numbers(schema, BigDecimal.ONE);
      case "number" -> around.numbers(schema, schema.path("multipleOf").decimalValue(null));
      case "string" -> around.texts(schema, example.asString(""));
      default -> {
        // Arrays and objects: their elements and fields have their own values.
      }
    }
    schema.path("enum").forEach(around.values::add);
    return around.values;
  }

  /** One value of every JSON type. */
  static Set<JsonNode> ofEveryType() {
    Set<JsonNode> types = new LinkedHashSet<>();
    types.add(NODES.nullNode());
    types.add(NODES.booleanNode(true));
    types.add(NODES.numberNode(7));
    types.add(NODES.numberNode(new BigDecimal("1.5")));
    types.add(NODES.stringNode("7"));
    types.add(NODES.stringNode(""));
    types.add(NODES.arrayNode());
    types.add(NODES.objectNode());
    return types;
  }

  /** The example, or a value of the schema if there is no valid example. */
  static JsonNode allowed(JsonNode example, JsonNode schema) {
    return isAllowed(example, schema) ? example : sample(schema);
  }

  private static boolean isAllowed(JsonNode value, JsonNode schema) {
    return !value.isMissingNode() && Schemas.allows(value, schema);
  }

  /** A small value of the schema, as far as its limits are known. */
  static JsonNode sample(JsonNode schema) {
    if (isAllowed(schema.path("example"), schema)) {
      return schema.get("example");
    }
    if (schema.has("enum")) {
      return schema.get("enum").path(0);
    }
    return switch (schema.path("type").asString("")) {
      case "integer", "number" ->
          schema.path("minimum").isNumber() ? schema.get("minimum") : NODES.numberNode(1);
      case "boolean" -> NODES.booleanNode(true);
      case "array" -> NODES.arrayNode().add(sample(schema.path("items")));
      case "object" -> {
        ObjectNode object = NODES.objectNode();
        Json.members(schema.path("properties"))
            .forEach(property -> object.set(property.getKey(), sample(property.getValue())));
        yield object;
      }
      default -> NODES.stringNode("a".repeat(Math.max(1, schema.path("minLength").asInt(1))));
    };
  }

  private void numbers(JsonNode schema, BigDecimal declaredStep) {
    BigDecimal step = declaredStep == null ? new BigDecimal("0.01") : declaredStep;
    for (String limit : new String[] {"minimum", "maximum"}) {
      if (schema.has(limit)) {
        BigDecimal at = schema.get(limit).decimalValue();
        add(at.subtract(step));
        add(at);
        add(at.add(step));
      }
    }
    if (schema.has("multipleOf")) {
      add(step.divide(BigDecimal.TEN));
    }
    add(new BigDecimal("1.5"));
    for (String tooLongForAType : // and 2^64 + 1, which could be taken for 1
        new String[] {"2147483648", "9223372036854775808", "18446744073709551617"}) {
      add(new BigDecimal(tooLongForAType));
    }
    add(new BigDecimal("1E+400"));
  }

  private void texts(JsonNode schema, String example) {
    boolean email = schema.path("format").asString("").equals("email");
    for (String limit : new String[] {"minLength", "maxLength"}) {
      if (schema.has(limit)) {
        int length = schema.get(limit).asInt();
        for (int size = Math.max(0, length - 1); size <= length + 1; size++) {
          add(email ? emailOf(size) : textOf(example, size));
        }
      }
    }
    for (String odd : new String[] {" ", "\u0000", "\n", "\u007f"}) {
      add(example + odd);
    }
    add(" ");
    add(example.replaceFirst(".$", "é"));
    add("no " + schema.path("format").asString("format"));
  }

  private void add(BigDecimal number) {
    values.add(
        number.stripTrailingZeros().scale() <= 0
            ? NODES.numberNode(number.toBigInteger())
            : NODES.numberNode(number));
  }

  private void add(String text) {
    values.add(NODES.stringNode(text));
  }

  private static String textOf(String example, int size) {
    return size <= example.length()
        ? example.substring(0, size)
        : "a".repeat(size - example.length()) + example;
  }

  private static String emailOf(int size) {
    int local = Math.min(64, Math.max(1, size / 2));
    StringBuilder domain = new StringBuilder();
    while (local + 1 + domain.length() < size) {
      domain.append(domain.length() % 60 == 59 && local + 2 + domain.length() < size ? '.' : 'b');
    }
    return "a".repeat(local) + "@" + domain;
  }
}

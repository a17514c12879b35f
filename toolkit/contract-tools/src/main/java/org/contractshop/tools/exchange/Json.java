package org.contractshop.tools.exchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads JSON and YAML exactly: decimals stay decimals, nothing is repeated, nothing follows. */
public final class Json {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final BigDecimal HUGE = BigDecimal.valueOf(Long.MAX_VALUE);

  private Json() {}

  /** Nothing if the text is not JSON. */
  public static Optional<JsonNode> read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json.isMissingNode() ? Optional.empty() : Optional.of(json);
    } catch (JacksonException exception) {
      return Optional.empty();
    }
  }

  public static JsonNode yaml(Path file) {
    return YAML.readTree(file);
  }

  public static String write(JsonNode json) {
    return JSON.writeValueAsString(json);
  }

  /**
   * What a parameter or header, which is text, is for a schema that may want a number: {@code 007}
   * and {@code +7} are none.
   */
  static JsonNode ofText(String text, JsonNode schema) {
    boolean numeric =
        switch (schema.path("type").asString("")) {
          case "integer" -> text.matches("-?(0|[1-9][0-9]*)");
          case "number" -> text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
          default -> false;
        };
    if (numeric) {
      BigDecimal number = new BigDecimal(text);
      return number.scale() == 0
          ? NODES.numberNode(number.toBigInteger())
          : NODES.numberNode(number);
    }
    return NODES.stringNode(text);
  }

  /** Equal, whichever way the numbers are written: 349.5 is 349.50. */
  public static boolean equal(JsonNode one, JsonNode other) {
    return one.equals(
        (left, right) ->
            left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : left.equals(right) ? 0 : 1,
        other);
  }

  /**
   * A copy in which numbers such as 1E+38 are integers, which they are: the validator throws an
   * exception at them otherwise. How much more than a {@code long} holds they are does not matter.
   */
  static JsonNode withoutHugeDecimals(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      members(node)
          .forEach(member -> object.set(member.getKey(), withoutHugeDecimals(member.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(element -> array.add(withoutHugeDecimals(element)));
      return array;
    }
    return node.isBigDecimal() && node.decimalValue().abs().compareTo(HUGE) > 0
        ? NODES.numberNode(HUGE.toBigInteger().multiply(sign(node)))
        : node;
  }

  private static BigInteger sign(JsonNode number) {
    return BigInteger.valueOf(number.decimalValue().signum());
  }

  public static Iterable<Map.Entry<String, JsonNode>> members(JsonNode object) {
    return object.properties();
  }
}

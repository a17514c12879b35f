package org.contractshop.tools.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads and writes JSON exactly: decimals stay decimals, and duplicate keys and trailing text are
 * errors.
 */
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

  private Json() {}

  /** Empty if the text is not JSON. */
  public static Optional<JsonNode> read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json.isMissingNode() ? Optional.empty() : Optional.of(json);
    } catch (JacksonException exception) {
      return Optional.empty();
    }
  }

  /** Reads a YAML file that is not a spec, such as a contract. */
  public static JsonNode yaml(Path file) {
    return YAML.readTree(file);
  }

  public static String write(JsonNode json) {
    return JSON.writeValueAsString(json);
  }

  public static String writePretty(JsonNode json) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  public static Iterable<Map.Entry<String, JsonNode>> members(JsonNode object) {
    return object.properties();
  }

  /**
   * Converts a parameter or header, which is text, for a schema that may expect a number or a
   * boolean: {@code 007} and {@code +7} are not numbers.
   */
  public static JsonNode ofText(String text, JsonNode schema) {
    return switch (schema.path("type").asString("")) {
      case "integer" -> text.matches("-?(0|[1-9][0-9]*)") ? number(text) : NODES.stringNode(text);
      case "number" ->
          text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
              ? number(text)
              : NODES.stringNode(text);
      case "boolean" ->
          text.matches("true|false")
              ? NODES.booleanNode(Boolean.parseBoolean(text))
              : NODES.stringNode(text);
      default -> NODES.stringNode(text);
    };
  }

  private static JsonNode number(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.scale() == 0 ? NODES.numberNode(number.toBigInteger()) : NODES.numberNode(number);
  }

  /** Whether two values are equal, however numbers are written: 349.5 is 349.50. */
  public static boolean equal(JsonNode one, JsonNode other) {
    return one.equals(
        (left, right) ->
            left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : left.equals(right) ? 0 : 1,
        other);
  }

  /** Converts a part of a spec as it is written: references stay references. */
  public static JsonNode of(SpecNode node) {
    return tree(node, Json::of);
  }

  static JsonNode resolved(SpecNode node) {
    return resolved(node, Set.of());
  }

  private static JsonNode resolved(SpecNode reference, Set<SpecNode> around) {
    SpecNode node = reference.resolved();
    if (around.contains(node) || (reference.isReference() && !node.exists())) {
      return NODES.objectNode();
    }
    if (!node.isMapping()) {
      return tree(node, child -> resolved(child, around));
    }
    Set<SpecNode> inside = new HashSet<>(around);
    inside.add(node);
    return tree(node, child -> resolved(child, inside));
  }

  private static JsonNode tree(SpecNode node, Function<SpecNode, JsonNode> part) {
    if (node.isMapping()) {
      ObjectNode object = NODES.objectNode();
      node.children().forEach(child -> object.set(child.key(), part.apply(child)));
      return object;
    }
    if (node.isList()) {
      ArrayNode array = NODES.arrayNode();
      node.children().forEach(child -> array.add(part.apply(child)));
      return array;
    }
    return scalar(node);
  }

  private static JsonNode scalar(SpecNode node) {
    if (!node.exists()) {
      return NODES.missingNode();
    }
    Tag tag = node.tag();
    String text = node.text();
    if (tag.equals(Tag.INT)) {
      return NODES.numberNode(new BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT)) {
      return NODES.numberNode(new BigDecimal(text));
    }
    return tag.equals(Tag.BOOL)
        ? NODES.booleanNode(Boolean.parseBoolean(text))
        : NODES.stringNode(text);
  }
}

package org.contractshop.tools.spec;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Validates values against the schemas of a spec. */
public final class Schemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialect.builder(Dialects.getOpenApi30())
              .keyword(new NonValidationKeyword(Extensions.PATTERN_MESSAGE))
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

  /** Building a validator takes far longer than using it. */
  private static final Map<JsonNode, Schema> BUILT = new ConcurrentHashMap<>();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final BigDecimal HUGE = BigDecimal.valueOf(Long.MAX_VALUE);

  private Schemas() {}

  /**
   * A part of a value that its schema does not allow.
   *
   * @param path the keys and list indexes that lead to it
   * @param undeclared the field in it that is not declared; empty if something else is wrong
   * @param words what is wrong with it
   */
  public record Problem(List<String> path, String undeclared, String words) {
    @Override
    public String toString() {
      return path.isEmpty() ? words : "at /" + String.join("/", path) + ": " + words;
    }
  }

  /** Checks what a caller may send: the schema itself says whether its objects are closed. */
  public static List<Problem> problems(JsonNode value, JsonNode schema) {
    return found(value, schema).stream().sorted(Comparator.comparing(Problem::toString)).toList();
  }

  /**
   * Checks what a service may send: readers must tolerate unknown fields, but nobody may send one.
   */
  public static List<Problem> problemsOfAnswer(JsonNode value, JsonNode schema) {
    return problems(value, closed(schema));
  }

  /** The same for a value in a spec, where a field that is not declared is a mistake. */
  public static List<Problem> problemsOfExample(JsonNode value, JsonNode schema) {
    return found(value, closed(schema));
  }

  public static boolean allows(JsonNode value, JsonNode schema) {
    return found(value, schema).isEmpty();
  }

  private static List<Problem> found(JsonNode value, JsonNode schema) {
    return BUILT
        .computeIfAbsent(schema, REGISTRY::getSchema)
        .validate(withoutHugeDecimals(value))
        .stream()
        .map(error -> new Problem(path(error), undeclared(error), words(error)))
        .toList();
  }

  private static List<String> path(Error error) {
    return IntStream.range(0, error.getInstanceLocation().getNameCount())
        .mapToObj(index -> String.valueOf(error.getInstanceLocation().getElement(index)))
        .toList();
  }

  private static String undeclared(Error error) {
    return error.getKeyword().equals("additionalProperties") ? error.getProperty() : "";
  }

  /** Not the library's own messages: WireMock puts those of an older version on the class path. */
  private static String words(Error error) {
    Object limit = error.getArguments() == null ? "" : error.getArguments()[0];
    return switch (error.getKeyword()) {
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
      close(object.path("additionalProperties"));
    }
  }

  /**
   * A copy in which numbers such as 1E+38 are integers, as they should be: otherwise the validator
   * throws an exception. By how much they exceed a {@code long} does not matter.
   */
  private static JsonNode withoutHugeDecimals(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      Json.members(node)
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
}

package org.contractshop.stubs.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The invalid fields of a body. Like a service, it reports the first field that cannot be read at
 * all, or otherwise all those that exceed a limit.
 */
final class BodyFields {
  private static final String UNREADABLE = "is missing, null or of the wrong type";

  private final List<InvalidField> broken = new ArrayList<>();

  private BodyFields() {}

  static List<InvalidField> of(JsonNode body, JsonNode schema) {
    Optional<InvalidField> unreadable = unreadable(body, schema, "");
    if (unreadable.isPresent()) {
      return List.of(unreadable.get());
    }
    BodyFields fields = new BodyFields();
    fields.collect(body, schema, "");
    return fields.broken.isEmpty() ? tooFine(body, schema, "") : sorted(fields.broken);
  }

  static List<InvalidField> sorted(List<InvalidField> fields) {
    return fields.stream()
        .sorted(Comparator.comparing(InvalidField::field).thenComparing(InvalidField::message))
        .toList();
  }

  private static Optional<InvalidField> unreadable(JsonNode value, JsonNode schema, String path) {
    boolean readable =
        switch (schema.path("type").asString("")) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "integer" -> value.isIntegralNumber() && fits(value, schema);
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> value.isString();
        };
    if (!readable) {
      return Optional.of(new InvalidField(path, UNREADABLE));
    }
    for (int index = 0; value.isArray() && index < value.size(); index++) {
      Optional<InvalidField> inside =
          unreadable(value.get(index), schema.path("items"), path + "[" + index + "]");
      if (inside.isPresent()) {
        return inside;
      }
    }
    return value.isObject() ? unreadableMember(value, schema, path) : Optional.empty();
  }

  private static Optional<InvalidField> unreadableMember(
      JsonNode value, JsonNode schema, String path) {
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode property = schema.path("properties").path(member.getKey());
      String name = inside(path, member.getKey());
      Optional<InvalidField> invalid =
          property.isMissingNode()
              ? Optional.of(new InvalidField(name, "is not a known field"))
              : unreadable(member.getValue(), property, name);
      if (invalid.isPresent()) {
        return invalid;
      }
    }
    return schema
        .path("required")
        .valueStream()
        .map(JsonNode::asString)
        .filter(required -> !value.has(required))
        .map(required -> new InvalidField(inside(path, required), UNREADABLE))
        .findFirst();
  }

  private static boolean fits(JsonNode value, JsonNode schema) {
    return schema.path("format").asString("").equals("int32")
        ? value.canConvertToInt()
        : value.canConvertToLong();
  }

  private void collect(JsonNode value, JsonNode schema, String path) {
    Limits.of(value, schema).forEach(message -> broken.add(new InvalidField(path, message)));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (value.has(property.getKey())) {
        collect(value.get(property.getKey()), property.getValue(), inside(path, property.getKey()));
      }
    }
    for (int index = 0; value.isArray() && index < value.size(); index++) {
      collect(value.get(index), schema.path("items"), path + "[" + index + "]");
    }
  }

  /** The last check of a service, which reports one field at a time. */
  private static List<InvalidField> tooFine(JsonNode value, JsonNode schema, String path) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode member = value.path(property.getKey());
      if (member.isNumber()
          && property.getValue().has("multipleOf")
          && member.decimalValue().stripTrailingZeros().scale() > 2) {
        return List.of(
            new InvalidField(inside(path, property.getKey()), "must have at most two decimals"));
      }
    }
    return List.of();
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

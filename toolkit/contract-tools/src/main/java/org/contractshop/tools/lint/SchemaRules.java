package org.contractshop.tools.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** Schemas are plain, and every value has limits: the servers check them, and tests aim at them. */
final class SchemaRules extends HouseRules {
  private static final Set<String> TYPES =
      new TreeSet<>(Set.of("array", "boolean", "integer", "number", "object", "string"));
  private static final Set<String> NUMERIC = Set.of("integer", "number");
  private static final Map<String, Set<String>> TYPES_BY_KEY =
      Map.ofEntries(
          Map.entry("minLength", Set.of("string")),
          Map.entry("maxLength", Set.of("string")),
          Map.entry("pattern", Set.of("string")),
          Map.entry("minimum", NUMERIC),
          Map.entry("maximum", NUMERIC),
          Map.entry("multipleOf", NUMERIC),
          Map.entry("items", Set.of("array")),
          Map.entry("minItems", Set.of("array")),
          Map.entry("maxItems", Set.of("array")),
          Map.entry("uniqueItems", Set.of("array")),
          Map.entry("properties", Set.of("object")),
          Map.entry("required", Set.of("object")),
          Map.entry("additionalProperties", Set.of("object")));

  /** The elements that have a schema. */
  private static final List<String> OWNERS = List.of("parameter", "header", "mediaType");

  static final Set<String> COMBINATIONS = Set.of("oneOf", "anyOf", "allOf", "not");

  SchemaRules() {
    super(RuleGroup.SCHEMAS);
  }

  @Override
  void check(SpecFiles specs) {
    for (String kind : OWNERS) {
      Element.all(specs, kind).forEach(this::checkOwner);
    }
    Element.all(specs, "schema").forEach(this::checkSchema);
    RequestSchemas.of(specs).forEach(this::checkRequest);
  }

  private void checkOwner(SpecNode owner) {
    if (!owner.isReference() && !owner.has("schema")) {
      add(owner, "has no schema, so that nobody checks its values; add one");
    }
  }

  private void checkSchema(SpecNode schema) {
    checkForbiddenKeys(schema);
    checkKeysOfOtherTypes(schema);
    switch (schema.get("type").text()) {
      case "object" -> checkObject(schema);
      case "array" -> checkArray(schema);
      case "string" -> checkText(schema);
      case "number" -> checkLimits(schema, "minimum", "maximum");
      case "integer" -> checkInteger(schema);
      case "boolean" -> {
        // Two values need no other limits.
      }
      default -> add(schema, "has no type; make it one of " + String.join(", ", TYPES));
    }
  }

  private void checkForbiddenKeys(SpecNode schema) {
    for (SpecNode child : schema.children()) {
      if (child.key().equals("nullable")) {
        add(child, "is nullable; leave it out of required instead, so that nobody sends null");
      } else if (COMBINATIONS.contains(child.key())) {
        add(child, "has %s, which generators translate badly; write one plain schema", child.key());
      }
    }
  }

  /** They limit nothing, although they look as if they did. */
  private void checkKeysOfOtherTypes(SpecNode schema) {
    String type = schema.get("type").text();
    for (SpecNode child : schema.children()) {
      Set<String> types = TYPES_BY_KEY.getOrDefault(child.key(), TYPES);
      if (TYPES.contains(type) && !types.contains(type)) {
        add(child, "has %s, which says nothing about the type %s; remove it", child.key(), type);
      }
    }
  }

  private void checkObject(SpecNode schema) {
    if (!isComponent(schema)) {
      add(schema, "is an inline object; move it to components/schemas and refer to it");
    }
    for (SpecNode name : schema.get("required").children()) {
      if (!schema.get("properties").has(name.text())) {
        add(
            schema.get("required"),
            "requires %s, which is not among its properties; correct it",
            name.text());
      }
    }
  }

  private void checkArray(SpecNode schema) {
    if (!schema.has("items")) {
      add(schema, "has no items; say what its elements are");
    }
    require(schema, "maxItems");
  }

  private void checkInteger(SpecNode schema) {
    checkLimits(schema, "minimum", "maximum");
    if (!Set.of("int32", "int64").contains(schema.get("format").text())) {
      add(schema, "has no format; make it int32 or int64");
    }
  }

  /** The length of a date follows from its format. */
  private void checkText(SpecNode schema) {
    if (!schema.get("format").text().matches("date(-time)?")) {
      checkLimits(schema, "minLength", "maxLength");
    }
  }

  private void checkLimits(SpecNode schema, String lower, String upper) {
    if (!schema.has("enum")) {
      require(schema, lower);
      require(schema, upper);
    }
  }

  private void require(SpecNode schema, String limit) {
    if (!schema.has(limit)) {
      add(schema, "has no %s; add one", limit);
    }
  }

  /** Generated code ignores unknown fields: only the spec can say that they are an error. */
  private void checkRequest(SpecNode schema) {
    if (schema.get("type").is("object") && !schema.get("additionalProperties").is("false")) {
      add(
          schema,
          "is part of a request and lets unknown properties pass; add additionalProperties: false");
    }
  }

  private static boolean isComponent(SpecNode schema) {
    List<String> path = schema.path();
    return path.size() == 3 && path.subList(0, 2).equals(List.of("components", "schemas"));
  }
}

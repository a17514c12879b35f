package org.contractshop.tools.specs;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Validates a value of a spec against a schema of a spec. */
final class ExampleValidator {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialects.getOpenApi30(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .locale(Locale.ENGLISH)
                      .build()));

  /** To build one takes a hundred times as long as to use it, and most examples share a schema. */
  private static final Map<JsonNode, Schema> VALIDATORS = new ConcurrentHashMap<>();

  private ExampleValidator() {}

  static List<Violation> violations(SpecNode value, SpecNode schema) {
    JsonNode json = withoutReferences(schema, Set.of());
    Schema validator = VALIDATORS.computeIfAbsent(json, REGISTRY::getSchema);
    return validator.validate(Json.of(value)).stream()
        .map(error -> violation(value, error))
        .toList();
  }

  private static Violation violation(SpecNode value, Error error) {
    SpecNode culprit = value;
    for (int index = 0; index < error.getInstanceLocation().getNameCount(); index++) {
      culprit = culprit.get(String.valueOf(error.getInstanceLocation().getElement(index)));
    }
    boolean unknown = error.getKeyword().equals("additionalProperties");
    int line = unknown ? culprit.get(error.getProperty()).line() : culprit.line();
    return new Violation(
        value.file(),
        line,
        "%s is not valid: %s%s; correct it or its schema"
            .formatted(Place.of(value), inside(error), error.getMessage()));
  }

  private static String inside(Error error) {
    String location = error.getInstanceLocation().toString().replaceFirst("^/", "");
    return location.isEmpty() ? "" : "at " + location + ", ";
  }

  /**
   * Embeds what is referred to, so that the validator need not know the files, and closes all
   * objects: readers must bear unknown properties, but an example with one is a mistake.
   */
  private static ObjectNode withoutReferences(SpecNode schema, Set<SpecNode> around) {
    SpecNode target = schema.resolved();
    if (!target.isMapping() || around.contains(target)) {
      return Json.emptyObject();
    }
    Set<SpecNode> inside = new HashSet<>(around);
    inside.add(target);
    ObjectNode json = (ObjectNode) Json.of(target);
    json.remove(SchemaRules.COMBINATIONS);
    if (target.has("items")) {
      json.set("items", withoutReferences(target.get("items"), inside));
    }
    for (SpecNode property : target.get("properties").children()) {
      ((ObjectNode) json.get("properties"))
          .set(property.key(), withoutReferences(property, inside));
    }
    if (target.has("properties") && !target.has("additionalProperties")) {
      json.put("additionalProperties", false);
    }
    return json;
  }
}

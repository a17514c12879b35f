package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractshop.tools.spec.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that differ from an example in one place each, on both sides of every limit. */
final class Variants {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Variants() {}

  /** With all that separates its words, since many a pattern wants it. */
  private static JsonNode shortened(String example, int size) {
    List<String> words = new ArrayList<>(List.of(example.split("(?<=\\W)|(?=\\W)")));
    while (String.join("", words).length() > size) {
      String longest = Collections.max(words, Comparator.comparing(String::length));
      if (longest.length() <= 1) {
        break;
      }
      words.set(words.indexOf(longest), longest.substring(1));
    }
    return NODES.stringNode(String.join("", words));
  }

  static Set<JsonNode> of(JsonNode schema, JsonNode example) {
    Set<JsonNode> all = new LinkedHashSet<>();
    all.add(example);
    all.add(Values.sample(schema));
    all.addAll(Values.around(schema, example));
    if (example.isString() && schema.has("minLength")) {
      all.add(shortened(example.asString(), schema.get("minLength").asInt()));
    }
    if (schema.path("nullable").asBoolean(false)) {
      all.add(NODES.nullNode());
    }
    if (example instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> property : Json.members(schema.path("properties"))) {
        JsonNode inner = object.path(property.getKey());
        for (JsonNode value :
            of(
                property.getValue(),
                inner.isMissingNode() ? Values.sample(property.getValue()) : inner)) {
          all.add(object.deepCopy().set(property.getKey(), value));
        }
        ObjectNode without = object.deepCopy();
        without.remove(property.getKey());
        all.add(without);
      }
      if (schema.path("additionalProperties").isObject()) {
        of(schema.get("additionalProperties"), Values.sample(schema.get("additionalProperties")))
            .forEach(value -> all.add(object.deepCopy().set("other", value)));
      } else if (!schema.path("additionalProperties").isBoolean()
          || schema.get("additionalProperties").asBoolean()) {
        all.add(object.deepCopy().put("unknownField", 1));
      }
    } else if (example instanceof ArrayNode) {
      JsonNode element = example.isEmpty() ? Values.sample(schema.path("items")) : example.get(0);
      int least = schema.path("minItems").asInt(0);
      int most = schema.path("maxItems").asInt(3);
      for (int size : new TreeSet<>(Set.of(Math.max(0, least - 1), least + 1, most, most + 1))) {
        ArrayNode array = NODES.arrayNode();
        for (int index = 0; index < size; index++) {
          array.add(element);
        }
        all.add(array);
      }
      for (JsonNode value : of(schema.path("items"), element)) {
        all.add(NODES.arrayNode().add(value));
      }
    }
    return all;
  }
}

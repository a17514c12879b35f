package org.contractshop.tools.specs;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a part of a spec is in JSON. */
final class Json {
  /** Decimals stay as they are written: 0.01 as a double has no multiples that people know. */
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  static ObjectNode emptyObject() {
    return NODES.objectNode();
  }

  static JsonNode of(SpecNode node) {
    if (node.isMapping()) {
      ObjectNode object = NODES.objectNode();
      node.children().forEach(child -> object.set(child.key(), of(child)));
      return object;
    }
    if (node.isList()) {
      ArrayNode array = NODES.arrayNode();
      node.children().forEach(child -> array.add(of(child)));
      return array;
    }
    return node.exists() ? scalar(node.yaml().getTag(), node.text()) : NODES.missingNode();
  }

  private static JsonNode scalar(Tag tag, String text) {
    if (tag.equals(Tag.INT) && text.matches("-?[0-9]+")) {
      return NODES.numberNode(new BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT) && text.matches("-?[0-9]+\\.[0-9]+")) {
      return NODES.numberNode(new BigDecimal(text));
    }
    if (tag.equals(Tag.BOOL) && text.matches("true|false")) {
      return NODES.booleanNode(Boolean.parseBoolean(text));
    }
    return tag.equals(Tag.NULL) ? NODES.nullNode() : NODES.stringNode(text);
  }
}

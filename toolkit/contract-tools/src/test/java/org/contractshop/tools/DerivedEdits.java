package org.contractshop.tools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every single edit that the object model of OpenAPI allows: at each kind of place, each keyword is
 * removed, changed and added. Places that are alike (the same kind, type, depth, file, and side of
 * the exchange) count once.
 */
public final class DerivedEdits {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> OTHER_TEXTS =
      Map.of(
          "pattern", "^other$",
          "in", "header",
          "x-sunset", "2030-01-01",
          "x-deprecated-since", "2026-01-01",
          "$ref", "#/components/schemas/Other");
  private static final Set<String> NUMBERS =
      Set.of("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "multipleOf");
  private static final Set<String> LISTS =
      Set.of("enum", "required", "x-roles", "x-problem-types", "tags", "security");

  private final Map<String, String> texts;
  private final SpecFiles specs;
  private final List<Edit> edits = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<SpecNode> requests = new HashSet<>();
  private final Set<SpecNode> responses = new HashSet<>();

  private DerivedEdits(Map<String, String> texts) {
    this.texts = texts;
    specs = SpecFiles.of(texts);
    for (Operation operation : specs.operations()) {
      operation.parameters().forEach(parameter -> reach(parameter.node(), requests));
      reach(operation.requestBody(), requests);
      reach(operation.node().get("responses"), responses);
    }
  }

  private static void reach(SpecNode node, Set<SpecNode> reached) {
    if (node.isReference()) {
      reach(node.target(), reached);
    }
    if (reached.add(node)) {
      node.children().forEach(child -> reach(child, reached));
    }
  }

  /**
   * @param key the keyword that is edited
   * @param texts the specs with the edit
   */
  public record Edit(String words, String kind, String key, Map<String, String> texts) {}

  public static List<Edit> of(Map<String, String> texts) {
    DerivedEdits derived = new DerivedEdits(texts);
    for (SpecNode file : derived.specs.files()) {
      for (Element element : Element.of(file)) {
        if (derived.seen.add(derived.likeness(element))) {
          derived.edit(element);
        }
      }
    }
    return derived.edits;
  }

  private String likeness(Element element) {
    SpecNode node = element.node();
    return "%s %s %d %s %s %s %s"
        .formatted(
            element.kind(),
            node.get("type").text() + node.get("in").text() + node.key().matches("[1-5].."),
            node.path().size(),
            node.file(),
            node.isReference(),
            requests.contains(node),
            responses.contains(node));
  }

  private void edit(Element element) {
    SpecNode node = element.node();
    Set<String> keys = new TreeSet<>(element.knownKeys());
    if (node.isReference()) {
      keys.retainAll(Set.of("deprecated", "x-sunset"));
      add(element, "$ref", "changing", object -> object.put("$ref", OTHER_TEXTS.get("$ref")));
    }
    for (String key : keys) {
      SpecNode value = node.get(key);
      if (value.exists()) {
        add(element, key, "removing", object -> object.remove(key));
        change(element, key, Json.of(value));
      } else {
        add(element, key, "adding", object -> object.set(key, sample(element, key)));
      }
    }
  }

  private void change(Element element, String key, JsonNode value) {
    if (value.isNumber()) {
      add(
          element,
          key,
          "raising",
          object -> object.put(key, value.decimalValue().add(BigDecimal.ONE)));
    } else if (value.isBoolean()) {
      add(element, key, "turning", object -> object.put(key, !value.asBoolean()));
    } else if (value.isString()) {
      String other =
          value.asString().equals(OTHER_TEXTS.get(key))
              ? "query"
              : OTHER_TEXTS.getOrDefault(key, value.asString() + "x");
      add(element, key, "changing", object -> object.put(key, other));
    } else if (value instanceof ArrayNode array && !array.isEmpty()) {
      add(element, key, "shortening", object -> ((ArrayNode) object.get(key)).remove(0));
      if (array.size() > 1) {
        add(element, key, "turning round", object -> object.set(key, reversed(array)));
      }
    } else if (value instanceof ObjectNode map && !map.isEmpty()) {
      String first = map.propertyNames().iterator().next();
      add(element, key, "taking from", object -> ((ObjectNode) object.get(key)).remove(first));
      add(
          element,
          key,
          "adding to",
          object -> ((ObjectNode) object.get(key)).set("other", map.get(first)));
    }
  }

  private void add(
      Element element, String key, String verb, java.util.function.Consumer<ObjectNode> edit) {
    SpecNode node = element.node();
    JsonNode root = Json.of(specs.file(node.file()));
    JsonNode owner = root;
    for (String step : node.path()) {
      owner = owner.isArray() ? owner.get(Integer.parseInt(step)) : owner.get(step);
    }
    if (owner instanceof ObjectNode object) {
      edit.accept(object);
      Map<String, String> edited = new TreeMap<>(texts);
      edited.put(node.file(), Json.write(root));
      String words = "%s %s of the %s at %s".formatted(verb, key, element.kind(), node);
      edits.add(new Edit(words, element.kind(), key, edited));
    }
  }

  private static JsonNode reversed(ArrayNode array) {
    ArrayNode reversed = NODES.arrayNode();
    array.forEach(element -> reversed.insert(0, element));
    return reversed;
  }

  private static JsonNode sample(Element element, String key) {
    if (NUMBERS.contains(key)) {
      return NODES.numberNode(3);
    }
    if (key.equals("required") && !element.kind().equals("schema")) {
      return NODES.booleanNode(true);
    }
    if (LISTS.contains(key)) {
      return NODES.arrayNode().add("other");
    }
    return switch (key) {
      case "deprecated", "nullable", "uniqueItems", "x-extensible-enum", "additionalProperties" ->
          NODES.booleanNode(true);
      case "exclusiveMinimum", "exclusiveMaximum", "x-idempotent" -> NODES.booleanNode(true);
      case "example", "default", "value" -> NODES.stringNode("other");
      case "properties",
          "headers",
          "content",
          "examples",
          "parameters",
          "items",
          "schema",
          "responses",
          "schemas",
          "requestBodies",
          "requestBody",
          "get",
          "put",
          "post",
          "patch",
          "delete",
          "not",
          "allOf",
          "oneOf",
          "anyOf" ->
          NODES.objectNode();
      default -> NODES.stringNode(OTHER_TEXTS.getOrDefault(key, "other"));
    };
  }
}

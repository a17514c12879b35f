package org.contractshop.tools.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.contractshop.tools.spec.Json;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests on both sides of every limit that an operation declares, by what they try. */
public final class Boundaries {
  private static final int SHOWN = 40;

  private final Map<String, Sample> samples = new LinkedHashMap<>();
  private final Sample valid;

  private Boundaries(Operation operation) {
    valid = Sample.of(operation);
  }

  public static Map<String, Sample> of(Operation operation) {
    Boundaries boundaries = new Boundaries(operation);
    operation.parameters().forEach(boundaries::tryParameter);
    JsonNode body = Sample.bodyExample(operation);
    if (!body.isMissingNode()) {
      boundaries.samples.put("no body", boundaries.valid.withBody(""));
      boundaries.tryBody(Sample.bodySchema(operation), body, List.of());
    }
    return boundaries.samples;
  }

  private void tryParameter(Parameter parameter) {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "", "x", "1.5", "1e3", "true", "null", "NaN", "0x10", "+7", "007", " 7", "7 ",
                "1 6"));
    Values.around(parameter.schema(), Json.ofText(parameter.example(), parameter.schema()))
        .forEach(value -> texts.add(value.asString()));
    Predicate<String> sendable =
        switch (parameter.kind()) {
          case "header" -> text -> text.matches("([\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?)?");
          // An empty path segment makes another path, and Tomcat refuses encoded control
          // characters.
          case "path" -> text -> text.matches("[^\\x00-\\x1f\\x7f]+");
          default -> text -> true;
        };
    texts.stream()
        .filter(sendable)
        .forEach(
            text ->
                samples.put(parameter.words() + " " + shown(text), valid.with(parameter, text)));
  }

  private void tryBody(JsonNode schema, JsonNode example, List<Object> place) {
    Values.around(schema, example).forEach(value -> put(place, value));
    Values.ofEveryType().forEach(value -> put(place, value));
    JsonNode properties = schema.path("properties");
    if (example instanceof ObjectNode) {
      change(place, "with an unknown field", at -> ((ObjectNode) at).put("unknownField", 1));
      for (Map.Entry<String, JsonNode> property : Json.members(properties)) {
        change(
            place,
            "without " + property.getKey(),
            at -> ((ObjectNode) at).remove(property.getKey()));
        tryBody(
            property.getValue(), example.path(property.getKey()), inside(place, property.getKey()));
      }
    } else if (example instanceof ArrayNode && !example.isEmpty()) {
      for (int size : sizes(schema)) {
        change(place, "of " + size + " elements", at -> resize((ArrayNode) at, size));
      }
      tryBody(schema.path("items"), example.get(0), inside(place, 0));
    }
  }

  private static Set<Integer> sizes(JsonNode schema) {
    int least = schema.path("minItems").asInt(0);
    int most = schema.path("maxItems").asInt(1);
    return new TreeSet<>(
        List.of(Math.max(0, least - 1), least, least + 1, most - 1, most, most + 1));
  }

  private static void resize(ArrayNode array, int size) {
    JsonNode element = array.get(0);
    array.removeAll();
    for (int index = 0; index < size; index++) {
      array.add(element.deepCopy());
    }
  }

  private void put(List<Object> place, JsonNode value) {
    if (place.isEmpty()) {
      samples.put("the body " + shown(Json.write(value)), valid.withBody(Json.write(value)));
      return;
    }
    Object last = place.get(place.size() - 1);
    JsonNode body = Sample.bodyExample(valid.operation()).deepCopy();
    JsonNode parent = at(body, place.subList(0, place.size() - 1));
    if (parent instanceof ObjectNode object) {
      object.set((String) last, value);
    } else {
      ((ArrayNode) parent).set((Integer) last, value);
    }
    samples.put(words(place) + " " + shown(Json.write(value)), valid.withBody(Json.write(body)));
  }

  private void change(List<Object> place, String what, Consumer<JsonNode> change) {
    JsonNode body = Sample.bodyExample(valid.operation()).deepCopy();
    change.accept(at(body, place));
    samples.put(words(place) + " " + what, valid.withBody(Json.write(body)));
  }

  private static JsonNode at(JsonNode body, List<Object> place) {
    JsonNode node = body;
    for (Object key : place) {
      node = key instanceof String name ? node.path(name) : node.path((Integer) key);
    }
    return node;
  }

  private static List<Object> inside(List<Object> place, Object key) {
    List<Object> inside = new ArrayList<>(place);
    inside.add(key);
    return inside;
  }

  private static String words(List<Object> place) {
    StringBuilder words = new StringBuilder();
    place.forEach(key -> words.append(key instanceof Integer ? "[" + key + "]" : "." + key));
    return place.isEmpty() ? "the body" : words.substring(1);
  }

  private static String shown(String text) {
    String printable = text.replaceAll("[\\p{Cntrl}]", "␀");
    return printable.length() <= SHOWN
        ? "'" + printable + "'"
        : "'%s…' of length %d".formatted(printable.substring(0, SHOWN), text.length());
  }
}

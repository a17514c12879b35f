package org.contractshop.tools.spec;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A node and its kind in OpenAPI, for rules about all nodes of a kind. */
public record Element(String kind, SpecNode node) {
  /**
   * The children of each kind: a key, the kind of its value, and {@code *} if the value is a list
   * or map of that kind. This is less than OpenAPI allows, but all that the specs use.
   */
  private static final Map<String, Map<String, String>> SHAPES =
      Map.ofEntries(
          shape(
              "document",
              "openapi info:info x-problem-types servers:server* tags:tag* security paths:path*"
                  + " components:components"),
          shape("info", "title version description"),
          shape("server", "url description"),
          shape("tag", "name description"),
          shape(
              "path",
              "parameters:parameter* get:operation put:operation post:operation patch:operation"
                  + " delete:operation"),
          shape(
              "operation",
              "tags operationId summary description security x-roles x-idempotent deprecated"
                  + " x-deprecated-since x-sunset parameters:parameter* requestBody:requestBody responses:response*"),
          shape(
              "parameter",
              "name in required description deprecated x-sunset schema:schema example"),
          shape("requestBody", "required description content:mediaType*"),
          shape("response", "description x-problem-types headers:header* content:mediaType*"),
          shape("header", "description required deprecated x-sunset schema:schema example"),
          shape("mediaType", "schema:schema examples:example*"),
          shape("example", "summary description x-reason value"),
          shape(
              "schema",
              "title description type format enum x-extensible-enum pattern x-pattern-message"
                  + " minLength maxLength"
                  + " minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems"
                  + " maxItems uniqueItems items:schema properties:schema* required"
                  + " additionalProperties default example deprecated x-sunset nullable"
                  + " oneOf:schema* anyOf:schema* allOf:schema* not:schema"),
          shape(
              "components",
              "schemas:schema* parameters:parameter* headers:header* responses:response*"
                  + " requestBodies:requestBody* examples:example*"
                  + " securitySchemes:securityScheme*"),
          shape("securityScheme", "type scheme bearerFormat description"));

  /** Every element of a file, each once, where it is written; references are not followed. */
  public static List<Element> of(SpecNode file) {
    List<Element> elements = new ArrayList<>();
    collect("document", file, elements);
    return elements;
  }

  public static Stream<SpecNode> all(SpecFiles specs, String kind) {
    return specs.files().stream()
        .flatMap(file -> of(file).stream())
        .filter(element -> element.kind.equals(kind) && !element.node.isReference())
        .map(Element::node);
  }

  /**
   * Whether a node is a keyword of a schema, such as its {@code maxLength}, and no schema itself.
   */
  public static boolean isDetailOf(SpecNode node, SpecNode schema) {
    List<String> around = schema.path();
    return node.file().equals(schema.file())
        && node.path().size() == around.size() + 1
        && node.path().subList(0, around.size()).equals(around)
        && !node.key().equals("properties");
  }

  public Set<String> knownKeys() {
    return keysOf(kind);
  }

  public static Set<String> keysOf(String kind) {
    return shape(kind).keySet();
  }

  private static Map<String, String> shape(String kind) {
    return Objects.requireNonNull(SHAPES.get(kind), kind);
  }

  private static void collect(String kind, SpecNode node, List<Element> elements) {
    elements.add(new Element(kind, node));
    for (SpecNode child : node.children()) {
      String childKind = shape(kind).getOrDefault(child.key(), "");
      if (childKind.endsWith("*")) {
        String each = childKind.substring(0, childKind.length() - 1);
        child.children().forEach(grandchild -> collect(each, grandchild, elements));
      } else if (!childKind.isEmpty()) {
        collect(childKind, child, elements);
      }
    }
  }

  private static Map.Entry<String, Map<String, String>> shape(String kind, String keys) {
    return entry(
        kind,
        Stream.of(keys.split(" "))
            .map(key -> key.split(":"))
            .collect(Collectors.toMap(key -> key[0], key -> key.length == 1 ? "" : key[1])));
  }
}

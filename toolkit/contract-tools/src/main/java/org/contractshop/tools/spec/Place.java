package org.contractshop.tools.spec;

import java.util.Iterator;

/**
 * The words for a place in a spec, such as {@code listProducts: the query parameter category}. They
 * are derived from the path of keys, so that rules need not pass them around.
 */
public final class Place {
  private static final String NAMELESS =
      ".*the (schema|header|response|example|security scheme|operation|path|tag)";

  private final Iterator<String> keys;
  private SpecNode node;
  private String section = "";
  private String where = "";
  private String what = "the document";

  private Place(SpecNode node) {
    keys = node.path().iterator();
    this.node = node.specs().file(node.file());
  }

  public static String of(SpecNode node) {
    Place place = entered(node);
    return (place.where.isEmpty() ? "" : place.where + ": ") + place.what;
  }

  /** The same inside a sentence, such as {@code the query parameter category of listProducts}. */
  public static String inSentence(SpecNode node) {
    Place place = entered(node);
    if (place.where.isEmpty() || place.section.equals("parameters")) {
      return place.what;
    }
    return place.what + (place.what.matches(NAMELESS) ? " " : " of ") + place.where;
  }

  private static Place entered(SpecNode node) {
    Place place = new Place(node);
    while (place.keys.hasNext()) {
      place.enter(place.next());
    }
    return place;
  }

  private void enter(String key) {
    if (key.equals("components")) {
      enterComponent();
    } else if (key.equals("paths") && keys.hasNext()) {
      where = next();
      what = "the path";
    } else if (key.equals("tags") && where.isEmpty() && keys.hasNext()) {
      next();
      where = node.get("name").text();
      what = "the tag";
    } else if (Operation.METHODS.contains(key) && what.equals("the path")) {
      where = Operation.label(where, node);
      what = "the operation";
    } else {
      enterPart(key);
    }
  }

  private void enterComponent() {
    section = keys.hasNext() ? next() : "";
    where = keys.hasNext() ? next() : section;
    what =
        switch (section) {
          case "schemas" -> "the schema";
          case "parameters" -> parameter();
          case "headers" -> "the header";
          case "responses" -> "the response";
          case "examples" -> "the example";
          case "requestBodies" -> "the request body";
          case "securitySchemes" -> "the security scheme";
          default -> "the component";
        };
  }

  private void enterPart(String key) {
    switch (key) {
      case "requestBody" -> what = "the request body";
      case "items" -> what = "each element of " + what;
      case "additionalProperties" -> {
        if (node.isMapping()) {
          what = "each other property of " + what;
        }
      }
      case "example", "default" -> enterValue("the " + key + " of " + what);
      case "value" -> enterValue(what);
      case "content" -> enterContent();
      case "parameters" -> {
        if (keys.hasNext()) {
          next();
          what = parameter();
        }
      }
      case "responses" -> {
        if (keys.hasNext()) {
          what = "response " + next();
        }
      }
      case "headers" -> enterNamed("the header ", true);
      case "properties" -> enterNamed("the property ", false);
      case "examples" -> enterNamed("the example ", true);
      default -> {
        // A detail of an already named part.
      }
    }
  }

  /** A value has its own keys, which may have the same names as those of a spec. */
  private void enterValue(String value) {
    what = value;
    keys.forEachRemaining(key -> {});
  }

  private void enterContent() {
    if (keys.hasNext()) {
      next();
      what = what.contains("response") ? "the body of " + what : what;
    }
  }

  private void enterNamed(String kind, boolean namesOwner) {
    if (keys.hasNext()) {
      what = kind + next() + (namesOwner ? " of " + what : "");
    }
  }

  private String parameter() {
    SpecNode parameter = node.resolved();
    return "the %s parameter %s"
        .formatted(parameter.get("in").text(), parameter.get("name").text());
  }

  private String next() {
    String key = keys.next();
    node = node.get(key);
    return key;
  }
}

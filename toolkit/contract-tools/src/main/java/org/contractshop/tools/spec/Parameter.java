package org.contractshop.tools.spec;

import tools.jackson.databind.JsonNode;

/** A declared parameter of an operation. */
public record Parameter(SpecNode node) {
  public String name() {
    return node.get("name").text();
  }

  /** {@code path}, {@code query} or {@code header}. */
  public String kind() {
    return node.get("in").text();
  }

  public boolean required() {
    return node.get("required").is("true");
  }

  /** With all references in place. */
  public JsonNode schema() {
    return node.get("schema").json();
  }

  /** The parameter's own example, or that of its schema. */
  public String example() {
    SpecNode own = node.get("example");
    SpecNode example = own.exists() ? own : node.get("schema").resolved().get("example");
    return example.text();
  }

  public String words() {
    return "the " + (kind().equals("header") ? "header" : kind() + " parameter") + " " + name();
  }

  /** Header names are case-insensitive. */
  boolean is(String kind, String name) {
    return kind().equals(kind)
        && (kind.equals("header") ? name().equalsIgnoreCase(name) : name().equals(name));
  }
}

package org.contractshop.tools.lint;

/** What the house rules are about, and why. docs/spec-rules.md is made of it. */
public enum RuleGroup {
  YAML("yaml", "Generator, services and validators read YAML with different libraries."),
  DOCUMENT("document", "What a tool does not know it passes over, silently."),
  KINDS("kinds", "A limit in quotes is a limit for some tools, and for others it is not there."),
  DUPLICATES("duplicates", "Of two things with one name, each tool takes another."),
  JAVA_NAMES("java-names", "Names become those of generated classes, methods and constants."),
  VALUES("values", "Services match patterns with Java, validators and callers with JavaScript."),
  SUPPORT("support", "Client, service and stub must all carry what the spec says."),
  REFERENCES(
      "references", "A reference that leads nowhere, or a part that nobody needs, misleads."),
  OPERATIONS("operations", "Documentation and clients are made of names, tags and summaries."),
  PATHS("paths", "Callers guess paths; they guess right if all are built alike."),
  RESPONSES("responses", "Callers meet every documented error, and must be able to tell it apart."),
  SCHEMAS("schemas", "Services check what a schema limits, and tests aim at the limits."),
  EXTENSIONS("extensions", "Security rules, exceptions and stubs are made of these keys."),
  SHARED_SCHEMAS("shared-schemas", "Ids, money and times look the same everywhere."),
  NAMES("names", "One way to write each kind of name."),
  DEPRECATIONS("deprecations", "Callers must be able to plan."),
  EXAMPLES("examples", "People copy examples, and stubs and tests send them.");

  private final String id;
  private final String reason;

  RuleGroup(String id, String reason) {
    this.id = id;
    this.reason = reason;
  }

  public String id() {
    return id;
  }

  public String reason() {
    return reason;
  }
}

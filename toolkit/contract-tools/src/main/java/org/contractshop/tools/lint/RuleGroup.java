package org.contractshop.tools.lint;

import java.util.Locale;

/**
 * The topics of the house rules, and the reasons for them. docs/spec-rules.md is generated from it.
 */
public enum RuleGroup {
  YAML("Generator, services and validators read YAML with different libraries."),
  DOCUMENT("What a tool does not know it passes over, silently."),
  KINDS("A limit in quotes is a limit for some tools, and for others it is not there."),
  DUPLICATES("Of two things with one name, each tool takes another."),
  JAVA_NAMES("Names become those of generated classes, methods and constants."),
  VALUES("Services match patterns with Java, validators and callers with JavaScript."),
  SUPPORT("Client, service and stub must all carry what the spec says."),
  REFERENCES("A reference that leads nowhere, or a part that nobody needs, misleads."),
  OPERATIONS("Documentation and clients are made of names, tags and summaries."),
  PATHS("Callers guess paths; they guess right if all are built alike."),
  RESPONSES("Callers meet every documented error, and must be able to tell it apart."),
  SCHEMAS("Services check what a schema limits, and tests aim at the limits."),
  EXTENSIONS("Security rules, exceptions and stubs are made of these keys."),
  SHARED_SCHEMAS("Ids, money and times look the same everywhere."),
  NAMES("One way to write each kind of name."),
  DEPRECATIONS("Callers must be able to plan."),
  EXAMPLES("People copy examples, and stubs and tests send them.");

  private final String reason;

  RuleGroup(String reason) {
    this.reason = reason;
  }

  /** Such as {@code java-names}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String reason() {
    return reason;
  }
}

package org.contractshop.tools.lint;

import java.util.Locale;

/**
 * The topics of the house rules, and the reasons for them. docs/spec-rules.md is generated from it.
 */
public enum RuleGroup {
  YAML("The generator, the services and the validators read YAML with different libraries."),
  DOCUMENT("Tools silently ignore what they do not know."),
  KINDS("Some tools accept a limit in quotes, others ignore it."),
  DUPLICATES("If two things have the same name, different tools pick different ones."),
  JAVA_NAMES("Names become those of generated classes, methods and constants."),
  VALUES("Services match patterns with Java, validators and callers with JavaScript."),
  SUPPORT("Clients, services and stubs must all support what the spec says."),
  REFERENCES("A broken reference, or an unused part, is misleading."),
  OPERATIONS("Documentation and clients are generated from names, tags and summaries."),
  PATHS("Callers guess paths, and guess right if all follow the same pattern."),
  RESPONSES("Callers will meet every documented error, and must be able to identify it."),
  SCHEMAS("Services check what a schema limits, and tests aim at the limits."),
  EXTENSIONS("Security rules, exceptions and stubs are generated from these keys."),
  SHARED_SCHEMAS("Ids, money and times look the same everywhere."),
  NAMES("Each kind of name is written in one way."),
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

package org.contractshop.tools.lint;

import java.util.Set;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/**
 * A keyword's value has the right kind: some tools ignore {@code maxLength: '100'}, others do not.
 */
final class KindRules extends HouseRules {
  private static final Set<String> NUMBERS =
      Set.of("minLength", "maxLength", "minimum", "maximum", "multipleOf", "minItems", "maxItems");
  private static final Set<String> COUNTS =
      Set.of("minLength", "maxLength", "minItems", "maxItems");
  private static final Set<String> BOOLEANS =
      Set.of(
          """
          uniqueItems nullable deprecated
          x-extensible-enum"""
              .split("\\s+"));
  private static final Set<String> TEXTS =
      Set.of(
          """
          title description summary version url name operationId in type format pattern
          x-pattern-message scheme bearerFormat x-reason x-sunset x-deprecated-since $ref"""
              .split("\\s+"));
  private static final Set<String> LISTS =
      Set.of("enum", "tags", "servers", "x-roles", "x-problem-types", "oneOf", "anyOf", "allOf");
  private static final Set<String> MAPPINGS =
      Set.of("properties", "items", "not", "responses", "content", "schema", "headers", "examples");

  KindRules() {
    super(RuleGroup.KINDS);
  }

  @Override
  void check(SpecFiles specs) {
    for (SpecNode file : specs.files()) {
      for (Element element : Element.of(file)) {
        for (SpecNode value : element.node().children()) {
          if (element.knownKeys().contains(value.key())) {
            check(element, value);
          }
        }
      }
    }
  }

  private void check(Element element, SpecNode value) {
    String key = value.key();
    if (key.equals("required")) {
      checkRequired(element, value);
    } else if (NUMBERS.contains(key)) {
      checkNumber(value);
    } else if (BOOLEANS.contains(key)) {
      require(value, value.isBoolean(), "true or false, without quotes");
    } else if (TEXTS.contains(key)) {
      require(value, value.isText(), "a text; quote it");
    } else if (LISTS.contains(key)) {
      require(value, value.isList(), "a list");
    } else if (MAPPINGS.contains(key)) {
      require(value, value.isMapping(), "a mapping");
    } else if (key.equals("security")
        || (key.equals("parameters") && !element.kind().equals("components"))) {
      require(value, value.isList(), "a list");
    } else if (key.equals("additionalProperties")) {
      require(value, value.isBoolean() || value.isMapping(), "false, or a schema");
    }
  }

  private void checkRequired(Element element, SpecNode value) {
    if (element.kind().equals("schema")) {
      require(value, value.isList(), "a list of names");
    } else {
      require(value, value.isBoolean(), "true or false, without quotes");
    }
  }

  private void checkNumber(SpecNode value) {
    boolean count = COUNTS.contains(value.key());
    require(
        value,
        value.isNumber() && (!count || value.text().matches("[0-9]{1,9}")),
        count ? "a whole number from 0 to 999999999, without quotes" : "a number, without quotes");
  }

  private void require(SpecNode value, boolean right, String kind) {
    if (!right) {
      add(value, "has %s, but not as %s", value.key(), kind);
    }
  }
}

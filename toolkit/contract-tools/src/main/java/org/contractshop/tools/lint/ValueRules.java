package org.contractshop.tools.lint;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Schemas;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import tools.jackson.databind.node.ObjectNode;

/** Limits allow some values, and patterns mean the same to services, validators and stubs. */
final class ValueRules extends HouseRules {
  private static final Map<String, String> LIMITS =
      Map.of("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems");

  /** Regular expressions that Java and JavaScript read differently. */
  private static final Map<String, Pattern> NOT_PORTABLE =
      Map.of(
          "a property such as \\p{L}", Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\[pP]\\{"),
          "a white-space class (\\s)", Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\[sSvVhHR]"),
          "a Java anchor such as \\A or \\z", Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\[AzZGQE]"),
          "a look-behind", Pattern.compile("\\(\\?<[=!]"),
          "a group with a name or a flag", Pattern.compile("\\(\\?(<[a-zA-Z]|[a-z>-])"),
          "a possessive quantifier", Pattern.compile("(?<!\\\\)([*+?]|\\{[0-9,]+})\\+"),
          "an intersection of classes (&&)", Pattern.compile("&&"));

  ValueRules() {
    super(RuleGroup.VALUES);
  }

  @Override
  void check(SpecFiles specs) {
    Element.all(specs, "schema").forEach(this::check);
  }

  private void check(SpecNode schema) {
    LIMITS.forEach((lower, upper) -> checkLimits(schema.get(lower), schema.get(upper)));
    SpecNode step = schema.get("multipleOf");
    if (step.isNumber() && new BigDecimal(step.text()).signum() <= 0) {
      add(step, "has the multipleOf %s; make it greater than 0", step.text());
    }
    checkEnum(schema);
    if (schema.get("pattern").isText()) {
      checkPattern(schema.get("pattern"));
    }
  }

  private void checkEnum(SpecNode schema) {
    for (SpecNode value : schema.get("enum").children()) {
      // A value that is not a text violates another rule.
      if (value.isText() || !schema.get("type").is("string")) {
        Schemas.problems(value.json(), withoutEnum(schema)).stream()
            .findFirst()
            .ifPresent(
                problem ->
                    add(
                        value,
                        "has %s in its enum, which it does not allow otherwise: %s; correct one of the two",
                        value.text(),
                        problem));
      }
    }
  }

  /** Its type, format and limits, as far as those are numbers. */
  private static ObjectNode withoutEnum(SpecNode schema) {
    ObjectNode kind = ((ObjectNode) schema.json()).deepCopy().retain("type", "format");
    LIMITS.forEach(
        (lower, upper) ->
            Stream.of(schema.get(lower), schema.get(upper))
                .filter(SpecNode::isNumber)
                .forEach(limit -> kind.set(limit.key(), limit.json())));
    return kind;
  }

  private void checkLimits(SpecNode lower, SpecNode upper) {
    if (lower.isNumber()
        && upper.isNumber()
        && new BigDecimal(lower.text()).compareTo(new BigDecimal(upper.text())) > 0) {
      add(
          lower,
          "has a %s above its %s, which allows no value; swap them",
          lower.key(),
          upper.key());
    }
  }

  private void checkPattern(SpecNode pattern) {
    String text = pattern.text();
    NOT_PORTABLE.forEach(
        (what, found) -> {
          if (found.matcher(text).find()) {
            add(
                pattern,
                "has a pattern with %s, which not every tool reads alike; write it out",
                what);
          }
        });
    if (!text.startsWith("^") || !text.endsWith("$") || endsEscaped(text)) {
      add(
          pattern,
          "has a pattern that is not anchored: services match the whole text, validators search; begin"
              + " it with ^ and end it with $");
    } else if (hasAlternativesOutside(text)) {
      add(pattern, "has a pattern whose anchors do not hold for all alternatives; write ^(…|…)$");
    }
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException exception) {
      add(pattern, "has a pattern that is none: %s", exception.getDescription());
    }
  }

  /** The dollar sign at the end is an escaped one. */
  private static boolean endsEscaped(String text) {
    int backslashes = 0;
    for (int index = text.length() - 2; index >= 0 && text.charAt(index) == '\\'; index--) {
      backslashes++;
    }
    return backslashes % 2 != 0;
  }

  private static boolean hasAlternativesOutside(String text) {
    int depth = 0;
    boolean inClass = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '\\') {
        index++;
      } else if (inClass) {
        inClass = character != ']';
      } else if (character == '[') {
        inClass = true;
      } else if (character == '(') {
        depth++;
      } else if (character == ')') {
        depth--;
      } else if (character == '|' && depth == 0) {
        return true;
      }
    }
    return false;
  }
}

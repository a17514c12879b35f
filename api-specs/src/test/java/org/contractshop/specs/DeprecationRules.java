package org.contractshop.specs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** What is deprecated has a date, and the other way round: callers must be able to plan. */
final class DeprecationRules {
  private final List<Violation> violations = new ArrayList<>();

  private DeprecationRules() {}

  static List<Violation> violations(Specs specs) {
    DeprecationRules rules = new DeprecationRules();
    specs.files().stream()
        .flatMap(file -> Element.of(file).stream())
        .map(Element::node)
        .forEach(rules::check);
    return rules.violations;
  }

  private void check(SpecNode node) {
    SpecNode sunset = node.get("x-sunset");
    boolean deprecated = node.get("deprecated").is("true");
    if (deprecated && !sunset.exists()) {
      add(
          node,
          "is deprecated, but until when is not said; add a date such as x-sunset: '2027-06-30'");
    } else if (sunset.exists() && !deprecated) {
      add(sunset, "has an x-sunset, but is not deprecated; add deprecated: true");
    } else if (sunset.exists() && !isDate(sunset.text())) {
      add(
          sunset,
          "has the x-sunset %s, which is no date; write one like '2027-06-30'"
              .formatted(sunset.text()));
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException exception) {
      return false;
    }
  }

  private void add(SpecNode node, String problem) {
    violations.add(Violation.at(node, problem));
  }
}

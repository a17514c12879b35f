package org.contractshop.tools.lint;

import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/**
 * Deprecated parts have a sunset, and only they do: callers must be able to plan. A deprecated
 * operation also says since when, for the {@code Deprecation} header of its responses.
 */
final class DeprecationRules extends HouseRules {
  DeprecationRules() {
    super(RuleGroup.DEPRECATIONS);
  }

  @Override
  void check(SpecFiles specs) {
    specs.files().stream()
        .flatMap(file -> Element.of(file).stream())
        .map(Element::node)
        .forEach(this::check);
    specs.operations().stream().map(Operation::node).forEach(this::checkSince);
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
    } else if (sunset.exists() && !Extensions.isDate(sunset.text())) {
      add(
          sunset,
          "has the x-sunset %s, which is no date; write one like '2027-06-30'",
          sunset.text());
    }
  }

  private void checkSince(SpecNode operation) {
    SpecNode since = operation.get("x-deprecated-since");
    boolean deprecated = operation.get("deprecated").is("true");
    if (deprecated && !since.exists()) {
      add(
          operation,
          "is deprecated, but since when is not said; add the date of the release, such as"
              + " x-deprecated-since: '2026-06-30'");
    } else if (since.exists() && !deprecated) {
      add(since, "has an x-deprecated-since, but is not deprecated; add deprecated: true");
    } else if (Extensions.isDate(since.text())
        && Extensions.isDate(operation.get("x-sunset").text())
        && since.text().compareTo(operation.get("x-sunset").text()) >= 0) {
      add(since, "has an x-deprecated-since that is not before its x-sunset; correct one of them");
    } else if (since.exists() && !Extensions.isDate(since.text())) {
      add(
          since,
          "has the x-deprecated-since %s, which is no date; write one like '2026-06-30'",
          since.text());
    }
  }
}

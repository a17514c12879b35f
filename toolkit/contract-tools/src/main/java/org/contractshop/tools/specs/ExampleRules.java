package org.contractshop.tools.specs;

import java.util.ArrayList;
import java.util.List;

/** Bodies have named examples, and every example keeps to its schema. */
final class ExampleRules {
  private final List<Violation> violations = new ArrayList<>();

  private ExampleRules() {}

  static List<Violation> violations(Specs specs) {
    ExampleRules rules = new ExampleRules();
    Element.all(specs, "mediaType").forEach(rules::checkMediaType);
    Element.all(specs, "parameter").forEach(rules::checkOwnExample);
    Element.all(specs, "header").forEach(rules::checkOwnExample);
    Element.all(specs, "schema").forEach(rules::checkSchema);
    for (Operation operation : specs.operations()) {
      operation.responses().forEach(rules::checkStatus);
    }
    return rules.violations;
  }

  private void checkMediaType(SpecNode mediaType) {
    List<SpecNode> examples = mediaType.get("examples").children();
    if (examples.isEmpty()) {
      violations.add(Violation.at(mediaType, "has no named example; add one under examples"));
    }
    for (SpecNode example : examples) {
      checkValue(example.resolved().get("value"), mediaType.get("schema"));
    }
  }

  private void checkOwnExample(SpecNode owner) {
    checkValue(owner.get("example"), owner.get("schema"));
  }

  private void checkSchema(SpecNode schema) {
    checkValue(schema.get("example"), schema);
    checkValue(schema.get("default"), schema);
  }

  private void checkValue(SpecNode value, SpecNode schema) {
    if (value.exists() && schema.exists()) {
      violations.addAll(ExampleValidator.violations(value, schema));
    }
  }

  /** The examples of a problem repeat the status of their response. */
  private void checkStatus(SpecNode response) {
    for (SpecNode mediaType : response.resolved().get("content").children()) {
      for (SpecNode example : mediaType.get("examples").children()) {
        SpecNode status = example.resolved().get("value").get("status");
        if (isStatus(status.text()) && isStatus(response.key()) && !status.is(response.key())) {
          violations.add(
              Violation.at(
                  status,
                  "has the status %s, but is one of a response %s; correct it"
                      .formatted(status.text(), response.key())));
        }
      }
    }
  }

  private static boolean isStatus(String text) {
    return text.matches("[0-9]{3}");
  }
}

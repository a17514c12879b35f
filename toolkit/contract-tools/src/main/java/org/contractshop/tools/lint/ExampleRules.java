package org.contractshop.tools.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Place;
import org.contractshop.tools.spec.Schemas;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;

/** Bodies have named examples, and every example fits its schema. */
final class ExampleRules extends HouseRules {
  private final Map<String, SortedSet<Violation>> invalid = new LinkedHashMap<>();

  ExampleRules() {
    super(RuleGroup.EXAMPLES);
  }

  @Override
  void check(SpecFiles specs) {
    Element.all(specs, "mediaType").forEach(this::checkMediaType);
    Element.all(specs, "parameter").forEach(this::checkOwnExample);
    Element.all(specs, "header").forEach(this::checkOwnExample);
    Element.all(specs, "schema").forEach(this::checkSchema);
    for (Operation operation : specs.operations()) {
      operation.responses().forEach(this::checkStatus);
    }
    addInvalid();
  }

  private void checkMediaType(SpecNode mediaType) {
    List<SpecNode> examples = mediaType.get("examples").children();
    if (examples.isEmpty()) {
      add(mediaType, "has no named example; add one under examples");
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
      Schemas.problemsOfExample(value.json(), schema.json())
          .forEach(problem -> add(value, problem));
    }
  }

  private void add(SpecNode value, Schemas.Problem problem) {
    String inside = problem.path().isEmpty() ? "" : "at " + String.join("/", problem.path()) + ", ";
    SpecNode at = value.at(problem.path());
    SpecNode culprit = problem.undeclared().isEmpty() ? at : at.get(problem.undeclared());
    Violation violation =
        new Violation(
            "examples",
            value.file(),
            culprit.line(),
            "%s is not valid: %s%s; correct it or its schema"
                .formatted(Place.of(value), inside, problem.words()));
    // One edit of a schema makes many examples invalid, for the same reason.
    invalid.computeIfAbsent(problem.words(), words -> new TreeSet<>()).add(violation);
  }

  private void addInvalid() {
    for (SortedSet<Violation> same : invalid.values()) {
      Violation first = same.first();
      String more =
          same.stream()
              .skip(1)
              .map(violation -> violation.file() + ":" + violation.line())
              .distinct()
              .collect(Collectors.joining(", "));
      add(
          more.isEmpty()
              ? first
              : new Violation(
                  first.rule(),
                  first.file(),
                  first.line(),
                  first.text() + "; the same in " + more));
    }
  }

  /** The examples of a problem repeat the status of their response. */
  private void checkStatus(SpecNode response) {
    for (SpecNode mediaType : response.resolved().get("content").children()) {
      for (SpecNode example : mediaType.get("examples").children()) {
        SpecNode status = example.resolved().get("value").get("status");
        if (isStatus(status.text()) && isStatus(response.key()) && !status.is(response.key())) {
          add(
              status,
              "has the status %s, but is one of a response %s; correct it",
              status.text(),
              response.key());
        }
      }
    }
  }

  private static boolean isStatus(String text) {
    return text.matches("[0-9]{3}");
  }
}

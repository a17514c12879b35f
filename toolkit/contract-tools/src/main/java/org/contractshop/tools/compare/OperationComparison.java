package org.contractshop.tools.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.SpecNode;

/** Compares two versions of an operation: its names, its security and its input. */
final class OperationComparison {
  private static final Set<String> KEYS =
      Set.of(
          "tags",
          "operationId",
          "summary",
          "description",
          "security",
          "x-roles",
          "deprecated",
          "x-deprecated-since",
          "x-sunset",
          "parameters",
          "requestBody",
          "responses");
  private static final Set<String> PARAMETER_KEYS =
      Set.of(
          "name",
          "in",
          "required",
          "description",
          "deprecated",
          "x-sunset",
          "schema",
          "example",
          "examples");

  private final Operation released;
  private final Operation current;
  private final Changes changes;
  private final String name;

  private OperationComparison(Operation released, Operation current, Changes changes) {
    this.released = released;
    this.current = current;
    this.changes = changes;
    name = released.label();
  }

  static void compare(Operation released, Operation current, Changes changes) {
    OperationComparison comparison = new OperationComparison(released, current, changes);
    String place = "the operation " + comparison.name;
    comparison.compareNames();
    changes.compareDeprecation(place, released.node(), current.node());
    changes.compareOtherKeys(place, released.node(), current.node(), KEYS);
    SecurityComparison.compare(released, current, changes);
    comparison.compareParameters();
    comparison.compareRequestBody();
    ResponseComparison.compare(released, current, changes);
  }

  private void compareNames() {
    if (!name.equals(current.label())) {
      changes.breaking("renaming the operation %s to %s", name, current.label());
    }
    List<String> oldTags = released.node().get("tags").texts();
    List<String> newTags = current.node().get("tags").texts();
    if (!oldTags.equals(newTags)) {
      changes.breaking("moving the operation %s from tag %s to %s", name, oldTags, newTags);
    }
  }

  private void compareParameters() {
    Map<String, SpecNode> old = parameters(released);
    Map<String, SpecNode> now = parameters(current);
    old.forEach(
        (key, parameter) -> {
          if (now.containsKey(key)) {
            compareParameter(parameter, now.get(key));
          } else {
            changes.removal(words(parameter), parameter);
          }
        });
    now.forEach(
        (key, parameter) -> {
          if (!old.containsKey(key)) {
            boolean required = parameter.get("required").is("true");
            changes.add(
                required ? Verdict.BREAKING : Verdict.COMPATIBLE,
                "adding the %s %s",
                required ? "required" : "optional",
                words(parameter).substring("the ".length()));
          }
        });
    if (!inCommon(old, now).equals(inCommon(now, old))) {
      changes.breaking("changing the order of the parameters of %s", name);
    }
  }

  private void compareParameter(SpecNode old, SpecNode now) {
    String place = words(old);
    compareRequired(place, old, now);
    changes.compareDeprecation(place, old, now);
    changes.compareOtherKeys(place, old, now, PARAMETER_KEYS);
    SchemaComparison.compare(old.get("schema"), now.get("schema"), Side.REQUEST, changes);
  }

  private void compareRequired(String place, SpecNode old, SpecNode now) {
    boolean wasRequired = old.get("required").is("true");
    boolean isRequired = now.get("required").is("true");
    if (isRequired && !wasRequired) {
      changes.breaking("making %s required", place);
    } else if (wasRequired && !isRequired) {
      changes.compatible("making %s optional", place);
    }
  }

  private void compareRequestBody() {
    SpecNode old = released.requestBody();
    SpecNode now = current.requestBody();
    String place = "the request body of " + name;
    if (old.exists() && now.exists()) {
      compareRequired(place, old, now);
      changes.compareOtherKeys(place, old, now, Set.of("required", "description", "content"));
      ContentComparison.compare(place, old, now, Side.REQUEST, changes);
    } else if (old.exists()) {
      changes.removal(place, old);
    } else if (now.exists()) {
      boolean required = now.get("required").is("true");
      changes.add(required ? Verdict.BREAKING : Verdict.COMPATIBLE, "adding %s", place);
    }
  }

  private String words(SpecNode parameter) {
    return "the %s parameter %s of %s"
        .formatted(parameter.get("in").text(), parameter.get("name").text(), name);
  }

  /** Path parameters by their place in the path, others by their name. */
  private static Map<String, SpecNode> parameters(Operation operation) {
    Map<String, SpecNode> parameters = new LinkedHashMap<>();
    for (SpecNode parameter : operation.parameters().stream().map(Parameter::node).toList()) {
      String in = parameter.get("in").text();
      String name = parameter.get("name").text();
      String key =
          switch (in) {
            case "path" -> String.valueOf(operation.path().indexOf("{" + name + "}"));
            case "header" -> name.toLowerCase(Locale.ROOT);
            default -> name;
          };
      parameters.put(in + " " + key, parameter);
    }
    return parameters;
  }

  private static List<String> inCommon(Map<String, SpecNode> of, Map<String, SpecNode> with) {
    List<String> keys = new ArrayList<>(of.keySet());
    keys.retainAll(with.keySet());
    return keys;
  }
}

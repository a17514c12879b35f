package org.contractshop.tools.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.SpecNode;
import org.jspecify.annotations.Nullable;

/** Compares two versions of an operation: its names, its security and its input. */
final class OperationComparison {
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
    Pair nodes = new Pair(released.node(), current.node());
    comparison.compareNames(nodes);
    changes.compareDeprecation(place, nodes);
    changes.compareOtherKeys(place, nodes, Element.keysOf("operation"));
    if (released.isDeclaredIdempotent() && !current.isDeclaredIdempotent()) {
      changes.breaking(
          Rule.IDEMPOTENCE_REMOVED,
          nodes,
          "no longer promising that the operation %s is idempotent",
          comparison.name);
    }
    SecurityComparison.compare(released, current, changes);
    comparison.compareParameters();
    comparison.compareRequestBody();
    ResponseComparison.compare(released, current, changes);
  }

  private void compareNames(Pair nodes) {
    if (!name.equals(current.label())) {
      changes.breaking(
          Rule.OPERATION_RENAMED,
          nodes.get("operationId"),
          "renaming the operation %s to %s",
          name,
          current.label());
    }
    List<String> oldTags = released.node().get("tags").texts();
    List<String> newTags = current.node().get("tags").texts();
    if (!oldTags.equals(newTags)) {
      changes.breaking(
          Rule.OPERATION_MOVED,
          nodes.get("tags"),
          "moving the operation %s from tag %s to %s",
          name,
          oldTags,
          newTags);
    }
  }

  private void compareParameters() {
    Map<String, SpecNode> old = parameters(released);
    Map<String, SpecNode> now = parameters(current);
    Pair nodes = new Pair(released.node(), current.node());
    old.forEach(
        (key, parameter) -> {
          if (now.containsKey(key)) {
            compareParameter(new Pair(parameter, now.get(key)));
          } else {
            Pair place = new Pair(parameter, current.node());
            changes.removal(Rule.PARAMETER_REMOVED, words(parameter), place);
          }
        });
    now.forEach(
        (key, parameter) -> {
          if (!old.containsKey(key)) {
            boolean required = parameter.get("required").is("true");
            changes.add(
                Rule.PARAMETER_ADDED,
                required ? Verdict.BREAKING : Verdict.COMPATIBLE,
                new Pair(released.node(), parameter),
                "adding the %s %s",
                required ? "required" : "optional",
                words(parameter).substring("the ".length()));
          }
        });
    if (!arguments(old, now).equals(arguments(now, old))) {
      changes.breaking(
          Rule.PARAMETERS_REORDERED, nodes, "changing the order of the parameters of %s", name);
    }
  }

  private void compareParameter(Pair parameter) {
    String place = words(parameter.old());
    compareRequired(place, parameter, true);
    changes.compareDeprecation(place, parameter);
    changes.compareOtherKeys(place, parameter, Element.keysOf("parameter"));
    SchemaComparison.compare(parameter.get("schema"), Side.REQUEST, changes);
  }

  private void compareRequired(String words, Pair place, boolean isArgument) {
    boolean wasRequired = place.oldIs("required", "true");
    boolean isRequired = place.nowIs("required", "true");
    if (isRequired && !wasRequired) {
      changes.add(Rule.REQUIRED, true, isArgument, place, "making %s required", words);
    } else if (wasRequired && !isRequired) {
      changes.add(Rule.OPTIONAL, false, isArgument, place, "making %s optional", words);
    }
  }

  private void compareRequestBody() {
    Pair written = new Pair(released.node(), current.node()).get("requestBody");
    Pair body = written.resolved();
    String words = "the request body of " + name;
    if (body.both()) {
      compareRequired(words, body, false);
      changes.compareOtherKeys(words, body, Element.keysOf("requestBody"));
      ContentComparison.compare(words, body, Side.REQUEST, changes);
    } else if (body.old().exists()) {
      changes.removal(Rule.REQUEST_BODY_REMOVED, words, new Pair(body.old(), written.now()));
    } else if (body.now().exists()) {
      changes.add(
          Rule.REQUEST_BODY_ADDED,
          isRequired(body.now()),
          true,
          new Pair(written.old(), body.now()),
          "adding %s",
          words);
    }
  }

  private String words(SpecNode parameter) {
    return "the %s parameter %s of %s"
        .formatted(parameter.get("in").text(), parameter.get("name").text(), name);
  }

  /** Path parameters by position, others by name. */
  private static Map<String, SpecNode> parameters(Operation operation) {
    Map<String, SpecNode> parameters = new LinkedHashMap<>();
    for (SpecNode parameter : operation.parameters().stream().map(Parameter::node).toList()) {
      String in = parameter.get("in").text();
      String name = parameter.get("name").text();
      String key =
          switch (in) {
            case "path" -> place(operation.path(), name);
            case "header" -> name.toLowerCase(Locale.ROOT);
            default -> name;
          };
      parameters.put(in + " " + key, parameter);
    }
    return parameters;
  }

  /** Their positions, regardless of the text between them. */
  private static String place(String path, String name) {
    String before = path.substring(0, Math.max(0, path.indexOf("{" + name + "}")));
    return String.valueOf(before.chars().filter(character -> character == '{').count());
  }

  /** Required parameters are arguments of the client's method; the others have names. */
  private static List<String> arguments(Map<String, SpecNode> of, Map<String, SpecNode> with) {
    List<String> keys = new ArrayList<>(of.keySet());
    keys.retainAll(with.keySet());
    keys.removeIf(key -> !isRequired(of.get(key)) || !isRequired(with.get(key)));
    return keys;
  }

  private static boolean isRequired(@Nullable SpecNode part) {
    return part != null && part.get("required").is("true");
  }
}

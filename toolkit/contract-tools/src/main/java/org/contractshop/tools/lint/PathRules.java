package org.contractshop.tools.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import org.contractshop.tools.spec.Violation;

/** Paths are readable, and their parameters are those in braces. */
final class PathRules {
  private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");
  private static final Pattern PATH = Pattern.compile("(/([a-z]+(-[a-z]+)*|\\{[a-z][A-Za-z]*}))+");

  /** Where RFC 8615 puts what every client of a kind looks for; the names are registered there. */
  private static final Pattern WELL_KNOWN = Pattern.compile("/\\.well-known/[a-z.-]+");

  private static final Pattern SINGULAR_COLLECTION = Pattern.compile("([a-z-]*[a-rt-z])/\\{");

  private final List<Violation> violations = new ArrayList<>();

  private PathRules() {}

  static List<Violation> violations(SpecFiles specs) {
    PathRules rules = new PathRules();
    for (Service service : specs.services()) {
      service.document().get("paths").children().forEach(rules::checkWords);
    }
    specs.operations().forEach(rules::checkParameters);
    return rules.violations;
  }

  private void checkWords(SpecNode path) {
    if (!PATH.matcher(path.key()).matches() && !WELL_KNOWN.matcher(path.key()).matches()) {
      add(path, "is not in kebab-case with {lowerCamelCase} parameters; rename it");
    }
    SINGULAR_COLLECTION
        .matcher(path.key())
        .results()
        .forEach(
            found ->
                add(
                    path,
                    "has {} after %s, which is not a plural noun; rename it"
                        .formatted(found.group(1))));
  }

  private void checkParameters(Operation operation) {
    List<Parameter> parameters = operation.parameters("path");
    List<String> declared = parameters.stream().map(Parameter::name).toList();
    List<String> inBraces =
        BRACES.matcher(operation.path()).results().map(PathRules::name).toList();
    for (String name : inBraces) {
      if (!declared.contains(name)) {
        add(
            operation.node(),
            "has no path parameter %s, but its path has {%s}; declare it".formatted(name, name));
      }
    }
    for (Parameter parameter : parameters) {
      if (!inBraces.contains(parameter.name())) {
        add(parameter.node(), "is not in braces in %s; correct it".formatted(operation.path()));
      }
      if (!parameter.required()) {
        add(parameter.node(), "is not required, though no path can lack it; add required: true");
      }
    }
  }

  private static String name(MatchResult braces) {
    return braces.group(1);
  }

  private void add(SpecNode node, String problem) {
    violations.add(Violation.at("paths", node, problem));
  }
}

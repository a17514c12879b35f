package org.contractshop.tools.lint;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** Paths are readable, and their parameters are those in braces. */
final class PathRules extends HouseRules {
  private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");
  private static final Pattern PATH = Pattern.compile("(/([a-z]+(-[a-z]+)*|\\{[a-z][A-Za-z]*}))+");

  /** The prefix of RFC 8615, under which names are registered. */
  private static final Pattern WELL_KNOWN = Pattern.compile("/\\.well-known/[a-z.-]+");

  private static final Pattern SINGULAR_COLLECTION = Pattern.compile("([a-z-]*[a-rt-z])/\\{");

  PathRules() {
    super(RuleGroup.PATHS);
  }

  @Override
  void check(SpecFiles specs) {
    for (Service service : specs.services()) {
      service.document().get("paths").children().forEach(this::checkWords);
    }
    specs.operations().forEach(this::checkParameters);
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
                    "has {} after %s, which is not a plural noun; rename it",
                    found.group(1)));
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
            "has no path parameter %s, but its path has {%s}; declare it",
            name,
            name);
      }
    }
    for (Parameter parameter : parameters) {
      if (!inBraces.contains(parameter.name())) {
        add(parameter.node(), "is not in braces in %s; correct it", operation.path());
      }
      if (!parameter.required()) {
        add(parameter.node(), "is not required, though no path can lack it; add required: true");
      }
    }
  }

  private static String name(MatchResult braces) {
    return braces.group(1);
  }
}

package org.contractshop.tools.stub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Service;

/** The paths of a spec as regular expressions. */
final class PathPatterns {
  private final Service spec;

  PathPatterns(Service spec) {
    this.spec = spec;
  }

  /**
   * A pattern for the paths of the operation; {@code /users/{id}} does not match {@code /users/me}.
   */
  String pattern(Operation operation) {
    String others =
        siblings(operation).stream()
            .map(sibling -> "(?!" + Pattern.quote(sibling) + "(/|$|\\?))")
            .collect(Collectors.joining());
    return operation.path().replaceAll("\\{[^}]+}", Matcher.quoteReplacement(others + "[^/?]+"));
  }

  /** Texts in other paths at the position of this one's parameter. */
  List<String> siblings(Operation operation) {
    int variable = operation.path().indexOf('{');
    if (variable < 0) {
      return List.of();
    }
    String before = operation.path().substring(0, variable);
    return spec.operations().stream()
        .map(Operation::path)
        .filter(path -> path.startsWith(before) && !path.startsWith("{", variable))
        .map(path -> path.substring(variable).split("/")[0])
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }
}

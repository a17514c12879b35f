package org.contractshop.tools.spec;

import java.util.List;
import java.util.stream.Collectors;

/** Spec files that cannot be read, or not by every tool in the same way. */
public final class UnreadableSpecException extends RuntimeException {
  private final transient List<Violation> violations;

  UnreadableSpecException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    this.violations = violations;
  }

  public List<Violation> violations() {
    return violations;
  }
}

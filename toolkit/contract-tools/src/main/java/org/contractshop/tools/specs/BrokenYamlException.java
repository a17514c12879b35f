package org.contractshop.tools.specs;

/** A spec file that cannot be read at all, so that no other rule can look at it. */
final class BrokenYamlException extends RuntimeException {
  private final transient Violation violation;

  BrokenYamlException(Violation violation) {
    super(violation.toString());
    this.violation = violation;
  }

  Violation violation() {
    return violation;
  }
}

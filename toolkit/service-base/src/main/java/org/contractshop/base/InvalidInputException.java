package org.contractshop.base;

/**
 * Input violates a rule that the generated code cannot check. Becomes a 400 with the name of the
 * field.
 */
public final class InvalidInputException extends RuntimeException {
  private final String field;
  private final String rule;

  /**
   * @param field the path of the field on the wire
   * @param rule the rule, such as {@code must have at most two decimals}
   */
  public InvalidInputException(String field, String rule) {
    super(field + " " + rule);
    this.field = field;
    this.rule = rule;
  }

  String field() {
    return field;
  }

  String rule() {
    return rule;
  }
}

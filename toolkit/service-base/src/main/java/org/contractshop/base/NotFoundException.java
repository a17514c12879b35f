package org.contractshop.base;

/** Nothing of its kind has the id. Answered with 404. */
public final class NotFoundException extends RuntimeException {
  private final String kind;

  /**
   * @param kind what it would be, such as {@code product}; the problem is {@code product-not-found}
   */
  public NotFoundException(String kind, long id) {
    super("There is no " + kind + " " + id + ".");
    this.kind = kind;
  }

  String kind() {
    return kind;
  }
}

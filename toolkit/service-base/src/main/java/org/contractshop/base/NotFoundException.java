package org.contractshop.base;

/** Nothing of this kind has the id. Becomes a 404. */
public final class NotFoundException extends RuntimeException {
  private final String kind;

  /**
   * @param kind such as {@code product}; the problem type is then {@code product-not-found}
   */
  public NotFoundException(String kind, long id) {
    super("There is no " + kind + " " + id + ".");
    this.kind = kind;
  }

  String kind() {
    return kind;
  }
}

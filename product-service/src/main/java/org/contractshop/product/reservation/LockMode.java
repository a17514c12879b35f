package org.contractshop.product.reservation;

/** What to do about a product that another transaction has locked. */
enum LockMode {
  /** Wait, for as long as the connection's lock timeout allows. */
  WAIT(""),
  FAIL_AT_ONCE(" NOWAIT");

  private final String clause;

  LockMode(String clause) {
    this.clause = clause;
  }

  String clause() {
    return clause;
  }
}

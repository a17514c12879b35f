package org.contractshop.product.reservation;

/** What to do about a product that another transaction has locked. */
enum LockMode {
  /** Wait, for as long as the connection's lock timeout allows. */
  WAIT,
  /** Leave it, and what needs it, undecided. */
  SKIP_LOCKED
}

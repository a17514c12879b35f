package org.contractshop.product.reservation;

/** How to treat a product that another transaction has locked. */
enum LockMode {
  /** Wait, for as long as the connection's lock timeout allows. */
  WAIT,
  /** Leave it, and the requests that need it, undecided. */
  SKIP_LOCKED
}

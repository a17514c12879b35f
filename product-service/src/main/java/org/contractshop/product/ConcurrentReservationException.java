package org.contractshop.product;

/**
 * Another transaction took the same reservation id at the same moment. Trying again finds its
 * verdict.
 */
final class ConcurrentReservationException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}

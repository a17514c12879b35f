package org.contractshop.product.reservation;

/**
 * Another transaction took the same reservation id at the same moment. Another attempt will find
 * its outcome.
 */
final class ConcurrentReservationException extends RuntimeException {}

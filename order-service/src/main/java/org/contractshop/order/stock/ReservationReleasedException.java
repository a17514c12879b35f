package org.contractshop.order.stock;

/** The reservation was released before; it holds no stock and never will. */
public final class ReservationReleasedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}

package org.contractshop.order;

/** No order has the id. */
final class OrderNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OrderNotFoundException(long id) {
    super("There is no order " + id + ".");
  }
}

package org.contractshop.product;

/** No product has the id. */
final class ProductNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProductNotFoundException(long id) {
    super("There is no product " + id + ".");
  }
}

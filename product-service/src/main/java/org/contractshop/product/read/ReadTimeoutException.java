package org.contractshop.product.read;

/** There is more to read than the database can do in time. */
public final class ReadTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadTimeoutException() {
    super("The catalogue cannot be read at the moment. Try again soon.");
  }
}

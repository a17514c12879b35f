package org.contractshop.product.read;

/** There is more to read than the database can do in time. */
public final class ReadTimeoutException extends RuntimeException {
  ReadTimeoutException() {
    super("The catalogue cannot be read at the moment. Try again soon.");
  }
}

package org.contractshop.product.read;

/** The database cannot serve so many reads in time. */
public final class ReadTimeoutException extends RuntimeException {
  ReadTimeoutException() {
    super("The catalogue cannot be read at the moment. Try again soon.");
  }
}

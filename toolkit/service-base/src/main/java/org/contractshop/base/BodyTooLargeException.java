package org.contractshop.base;

import java.io.IOException;

/** A request body exceeds the limit. */
final class BodyTooLargeException extends IOException {
  BodyTooLargeException(long limit) {
    super("The body is larger than " + limit + " bytes.");
  }
}

package org.contractshop.base;

import java.io.IOException;

/** The body takes too long to arrive. */
final class SlowBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  SlowBodyException() {
    super("The body takes too long to arrive");
  }
}

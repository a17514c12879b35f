package org.contractshop.base;

import java.io.IOException;

/** The body takes too long to arrive. */
final class SlowBodyException extends IOException {
  SlowBodyException() {
    super("The body takes too long to arrive");
  }
}

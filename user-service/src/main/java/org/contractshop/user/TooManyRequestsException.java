package org.contractshop.user;

import java.time.Duration;

/** There were too many attempts. Nothing was done. */
final class TooManyRequestsException extends RuntimeException {
  private final Duration wait;

  /**
   * @param wait until the next attempt is allowed
   */
  TooManyRequestsException(Duration wait) {
    // Thrown in large numbers during an attack.
    super("Too many requests", null, false, false);
    this.wait = wait;
  }

  Duration untilNextAttempt() {
    return wait;
  }
}

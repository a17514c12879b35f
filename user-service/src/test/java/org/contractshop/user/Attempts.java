package org.contractshop.user;

/** Attempts to log in or to register, without the work behind them. */
final class Attempts {
  /** Of the contracts. */
  static final String EMAIL = "too-many@example.com";

  private Attempts() {}

  /** Logs in with a wrong password. */
  static void fail(Throttle throttle, String address, String email) {
    try {
      throttle.logIn(
          address,
          email,
          () -> {
            throw new InvalidCredentialsException();
          });
    } catch (InvalidCredentialsException exception) {
      // as intended
    }
  }

  /** Tries until it is refused, and says how often that was not. */
  static int exhaust(Runnable attempt) {
    for (int count = 0; count < 1_000; count++) {
      try {
        attempt.run();
      } catch (TooManyRequestsException exception) {
        return count;
      }
    }
    throw new AssertionError("A thousand attempts were allowed");
  }
}

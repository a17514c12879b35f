package org.contractshop.launcher;

/** Why the shop cannot run, in words for the person who started it. */
final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message);
  }

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.contractshop.launcher;

/** Why the shop cannot run; the message is for the person who started it. */
public final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message);
  }

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.contractshop.user;

import java.nio.charset.StandardCharsets;
import org.contractshop.base.InvalidInputException;

/** Somebody who wants to be a user. */
record NewUser(String name, String email, String password) {
  /** What bcrypt reads of a password; it would silently ignore the rest. */
  static final int MOST_PASSWORD_BYTES = 72;

  /**
   * @throws InvalidInputException if the password is too long to be hashed whole
   */
  NewUser {
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_PASSWORD_BYTES) {
      throw new InvalidInputException(
          "password", "must have at most " + MOST_PASSWORD_BYTES + " bytes in UTF-8");
    }
  }

  @Override
  public String toString() {
    return "NewUser[" + email + "]"; // never the password
  }
}

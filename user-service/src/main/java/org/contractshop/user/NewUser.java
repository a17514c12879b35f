package org.contractshop.user;

import org.contractshop.base.InvalidInputException;

/** A user to register. */
record NewUser(String name, String email, String password) {
  /**
   * @throws InvalidInputException if the password is too common
   */
  NewUser {
    if (CommonPasswords.contain(password)) {
      throw new InvalidInputException("password", "must not be one of the most common passwords");
    }
  }

  @Override
  public String toString() {
    return "NewUser[" + email + "]"; // never the password
  }
}

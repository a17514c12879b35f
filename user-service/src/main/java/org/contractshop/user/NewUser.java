package org.contractshop.user;

import org.contractshop.base.InvalidInputException;

/** Somebody who wants to be a user. */
record NewUser(String name, String email, String password) {
  /**
   * @throws InvalidInputException if the password is one that attackers try first
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

package org.contractshop.user;

/** No user has the id. */
final class UserNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserNotFoundException(long id) {
    super("There is no user " + id + ".");
  }
}

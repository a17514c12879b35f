package org.contractshop.client;

/** A client that gives a token for an e-mail address and a password, as that of users does. */
@FunctionalInterface
public interface PasswordLogin {
  /**
   * Returns a new bearer token.
   *
   * @throws ClientException if the login fails
   */
  String logIn(String email, String password);
}

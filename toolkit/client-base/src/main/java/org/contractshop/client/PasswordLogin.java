package org.contractshop.client;

/**
 * A client, such as that of user-service, that gets a token for an e-mail address and a password.
 */
@FunctionalInterface
public interface PasswordLogin {
  /**
   * Returns a new bearer token.
   *
   * @throws ClientException if the login fails
   */
  String logIn(String email, String password);
}

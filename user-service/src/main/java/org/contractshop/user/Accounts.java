package org.contractshop.user;

import org.springframework.stereotype.Service;

/** Lets people become users and users get tokens. */
@Service
class Accounts {
  private final Users users;
  private final Passwords passwords;
  private final TokenIssuer tokens;

  Accounts(Users users, Passwords passwords, TokenIssuer tokens) {
    this.users = users;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  /**
   * @throws EmailTakenException if the e-mail address belongs to a user
   */
  User register(NewUser user) {
    return users
        .add(user.name(), user.email(), passwords.hash(user.password()), User.Role.USER)
        .orElseThrow(EmailTakenException::new);
  }

  /**
   * @return a token
   * @throws InvalidCredentialsException for an unknown address and for a wrong password, after the
   *     same time
   */
  String logIn(String email, String password) {
    var credentials = users.findCredentials(email);
    boolean match =
        passwords.match(password, credentials.map(Users.Credentials::passwordHash).orElse(null));
    return credentials
        .filter(found -> match)
        .map(found -> tokens.issue(found.user()))
        .orElseThrow(InvalidCredentialsException::new);
  }
}

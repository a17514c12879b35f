package org.contractshop.user;

import org.contractshop.base.admission.OverloadedException;
import org.contractshop.user.UserRepository.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Registers users and logs them in. */
@Service
class Accounts {
  private static final Logger log = LoggerFactory.getLogger(Accounts.class);

  private final UserRepository users;
  private final Passwords passwords;
  private final TokenIssuer tokens;

  Accounts(UserRepository users, Passwords passwords, TokenIssuer tokens) {
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
        passwords.match(password, credentials.map(Credentials::passwordHash).orElse(null));
    Credentials found =
        credentials.filter(it -> match).orElseThrow(InvalidCredentialsException::new);
    upgrade(found, password);
    return tokens.issue(found.user());
  }

  private void upgrade(Credentials credentials, String password) {
    String hash = credentials.passwordHash();
    if (passwords.isOutdated(hash)) {
      try {
        users.changePassword(credentials.user().id(), hash, passwords.hash(password));
      } catch (OverloadedException exception) {
        log.debug("The next login upgrades the hash", exception);
      }
    }
  }
}

package org.contractshop.user;

import java.util.Optional;
import org.contractshop.base.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Creates the accounts that the operator names in the environment, before the first request is
 * accepted. Changed passwords are updated; the account of an ordinary user is never promoted, since
 * anybody could have registered it.
 */
@Component
@EnableConfigurationProperties(AccountProperties.class)
@DependsOnDatabaseInitialization
class InitialAccounts implements InitializingBean {
  private static final Logger log = LoggerFactory.getLogger(InitialAccounts.class);

  private final UserRepository users;
  private final Passwords passwords;
  private final AccountProperties wanted;

  InitialAccounts(UserRepository users, Passwords passwords, AccountProperties wanted) {
    this.users = users;
    this.passwords = passwords;
    this.wanted = wanted;
  }

  @Override
  public void afterPropertiesSet() {
    ensure(wanted.admin(), "ADMIN", "Administrator", User.Role.ADMIN);
    ensure(wanted.service(), "SERVICE_ACCOUNT", "Service account", User.Role.SERVICE);
  }

  private void ensure(
      AccountProperties.Account account, String prefix, String name, User.Role role) {
    if (!account.isWanted()) {
      return;
    }
    String email = account.email();
    String password = account.password();
    Optional<UserRepository.Credentials> existing = users.findCredentials(email);
    if (existing.isEmpty()) {
      users.add(name, email, passwords.hash(password), role);
      log.info("Created the {} account {}", role.wireName(), email);
      return;
    }
    User user = existing.get().user();
    if (user.role() != role) {
      throw new ConfigurationException(
          prefix + "_EMAIL names an account with the role " + user.role().wireName());
    }
    if (!passwords.match(password, existing.get().passwordHash())) {
      users.changePassword(user.id(), existing.get().passwordHash(), passwords.hash(password));
      log.info("Changed the password of the {} account {}", role.wireName(), email);
    }
  }
}

package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.contractshop.user.AccountProperties.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class InitialAccountsTest extends ServiceTest {
  private static final String EMAIL = "admin@shop.example";
  private static final String PASSWORD = "the-first-password";
  private static final Account NONE = new Account("", "");

  @Autowired private UserRepository users;
  @Autowired private Passwords passwords;
  @Autowired private Accounts accounts;

  @Test
  void areTheAdminAndTheServiceAccountOfTheEnvironment() {
    start(
        new AccountProperties(
            new Account(EMAIL, PASSWORD), new Account("stock@shop.example", PASSWORD)));

    assertThat(role(EMAIL)).isEqualTo(User.Role.ADMIN);
    assertThat(role("stock@shop.example")).isEqualTo(User.Role.SERVICE);
    assertThat(accounts.logIn(EMAIL, PASSWORD)).isNotBlank();
  }

  @Test
  void areNoneWithoutTheVariables() {
    start(new AccountProperties(NONE, NONE));

    assertThat(count()).isEqualTo(2);
  }

  @Test
  void stayAsTheyAreAtTheNextStart() {
    start(admin(PASSWORD));
    String hash = hash();

    start(admin(PASSWORD));

    assertThat(hash()).isEqualTo(hash);
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void takeOverAChangedPassword() {
    start(admin(PASSWORD));

    start(admin("the-second-password"));

    assertThat(accounts.logIn(EMAIL, "the-second-password")).isNotBlank();
    assertThatThrownBy(() -> accounts.logIn(EMAIL, PASSWORD))
        .isInstanceOf(InvalidCredentialsException.class);
  }

  @Test
  void neverPromoteAnOrdinaryUser() {
    accounts.register(new NewUser("Eve", "Admin@Shop.example", "eves-password"));

    assertThatThrownBy(() -> start(admin(PASSWORD)))
        .hasMessage("ADMIN_EMAIL names an account with the role user");

    assertThat(role(EMAIL)).isEqualTo(User.Role.USER);
    assertThat(accounts.logIn(EMAIL, "eves-password")).isNotBlank();
  }

  @Test
  void neverGiveOneAccountTwoRoles() {
    var both = new AccountProperties(new Account(EMAIL, PASSWORD), new Account(EMAIL, PASSWORD));

    assertThatThrownBy(() -> start(both))
        .hasMessage("SERVICE_ACCOUNT_EMAIL names an account with the role admin");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void keepTheirPasswordsOutOfTheLog(CapturedOutput output) {
    start(admin(PASSWORD));
    start(admin("the-second-password"));

    assertThat(output)
        .contains("Created the admin account", "Changed the password")
        .doesNotContain(PASSWORD, "the-second-password");
  }

  private void start(AccountProperties wanted) {
    new InitialAccounts(users, passwords, wanted).afterPropertiesSet();
  }

  private static AccountProperties admin(String password) {
    return new AccountProperties(new Account(EMAIL, password), NONE);
  }

  private User.Role role(String email) {
    return users.findCredentials(email).orElseThrow().user().role();
  }

  private String hash() {
    return users.findCredentials(EMAIL).orElseThrow().passwordHash();
  }

  private long count() {
    return database.sql("SELECT count(*) FROM users").query(Long.class).single();
  }
}

package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.contractshop.base.InvalidInputException;
import org.junit.jupiter.api.Test;

class NewUserTest {
  @Test
  void mayHaveAPasswordOf72Bytes() {
    String password = "ü".repeat(36);

    assertThat(user(password).password()).isEqualTo(password);
  }

  @Test
  void mayNotHaveAPasswordOf73Bytes() {
    String password = "ü".repeat(36) + "x";

    assertThatThrownBy(() -> user(password))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("password must have at most 72 bytes in UTF-8");
  }

  @Test
  void keepsThePasswordOutOfLogs() {
    assertThat(user("Pass1234!")).asString().doesNotContain("Pass1234!");
  }

  private static NewUser user(String password) {
    return new NewUser("Ada Lovelace", "ada@example.com", password);
  }
}

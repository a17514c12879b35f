package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.contractshop.base.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewUserTest {
  @ParameterizedTest
  @ValueSource(strings = {"password", "PassWord", "12345678", "iloveyou", "pass1234"})
  void mayNotHaveAPasswordThatAttackersTryFirst(String password) {
    assertThatThrownBy(() -> user(password))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("password must not be one of the most common passwords");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pass1234!", "E2ETest99!", "пароль пароль"})
  void mayHaveAnyOther(String password) {
    assertThat(user(password).password()).isEqualTo(password);
  }

  @Test
  void keepsThePasswordOutOfLogs() {
    assertThat(user("Pass1234!")).asString().doesNotContain("Pass1234!");
  }

  private static NewUser user(String password) {
    return new NewUser("Ada Lovelace", "ada@example.com", password);
  }
}

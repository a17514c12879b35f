package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.contractshop.user.AccountProperties.Account;
import org.junit.jupiter.api.Test;

class AccountPropertiesTest {
  private static final Account NONE = new Account("", "");
  private static final Account WHOLE = new Account("ada@example.com", "Pass1234!");

  @Test
  void anAccountIsWhollyThereOrNotAtAll() {
    assertThat(complaints(NONE, NONE)).isEmpty();
    assertThat(complaints(WHOLE, WHOLE)).isEmpty();
  }

  @Test
  void anAccountWithoutAPasswordIsRefused() {
    assertThat(complaints(new Account("ada@example.com", " "), WHOLE))
        .containsExactly("ADMIN_EMAIL and ADMIN_PASSWORD must be set together");
  }

  @Test
  void anAccountWithoutAnAddressIsRefused() {
    assertThat(complaints(NONE, new Account("", "Pass1234!")))
        .containsExactly("SERVICE_ACCOUNT_EMAIL and SERVICE_ACCOUNT_PASSWORD must be set together");
  }

  @Test
  void thePasswordIsNotPrinted() {
    assertThat(new AccountProperties(WHOLE, WHOLE).toString()).doesNotContain("Pass1234!");
  }

  private static List<String> complaints(Account admin, Account service) {
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      Validator validator = factory.getValidator();
      return validator.validate(new AccountProperties(admin, service)).stream()
          .map(ConstraintViolation::getMessage)
          .toList();
    }
  }
}

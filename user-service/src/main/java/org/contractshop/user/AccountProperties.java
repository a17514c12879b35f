package org.contractshop.user;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The accounts configured by the operator; each may be absent. */
@Validated
@ConfigurationProperties("shop.accounts")
record AccountProperties(Account admin, Account service) {
  record Account(String email, String password) {
    boolean isWanted() {
      return !email.isBlank();
    }

    private boolean isComplete() {
      return email.isBlank() == password.isBlank();
    }

    @Override
    public String toString() {
      return "Account[" + email + "]"; // never the password
    }
  }

  @AssertTrue(message = "ADMIN_EMAIL and ADMIN_PASSWORD must be set together")
  boolean isAdminComplete() {
    return admin.isComplete();
  }

  @AssertTrue(message = "SERVICE_ACCOUNT_EMAIL and SERVICE_ACCOUNT_PASSWORD must be set together")
  boolean isServiceComplete() {
    return service.isComplete();
  }
}

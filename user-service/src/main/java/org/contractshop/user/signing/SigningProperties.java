package org.contractshop.user.signing;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.contractshop.base.token.TokenKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tokens are signed.
 *
 * @param secret shared by all services; {@code JWT_SECRET}
 * @param keys the folder of the key pairs; {@code SIGNING_KEYS}
 * @param activationDelay how long a new key is published before it signs, so that every verifier
 *     knows it by then
 */
@Validated
@ConfigurationProperties("shop.signing")
record SigningProperties(
    @DefaultValue("") String secret,
    @DefaultValue("") String keys,
    @DefaultValue("10m") Duration activationDelay) {

  @AssertTrue(message = "JWT_SECRET or SIGNING_KEYS is missing")
  boolean isModeChosen() {
    return !secret.isBlank() || !keys.isBlank();
  }

  @AssertTrue(message = "JWT_SECRET and SIGNING_KEYS exclude each other")
  boolean isOneMode() {
    return secret.isBlank() || keys.isBlank();
  }

  @AssertTrue(message = "JWT_SECRET must have at least " + TokenKeys.LEAST_SECRET_BYTES + " bytes")
  boolean isSecretLongEnough() {
    return secret.isBlank() || TokenKeys.isLongEnough(secret);
  }

  @Override
  public String toString() {
    return "SigningProperties[keys=" + keys + "]"; // never the secret
  }
}

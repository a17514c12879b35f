package org.contractshop.base.token;

import jakarta.validation.constraints.AssertTrue;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service that issues no tokens verifies them. Each message is a sentence for the operator.
 *
 * @param secret shared by all services; {@code JWT_SECRET}
 * @param jwksUrl where the issuer publishes its keys; {@code JWKS_URL}
 * @param jwksCopy a file that keeps them for starts while the issuer is down; {@code JWKS_COPY}
 * @param jwksRefresh how often they are fetched
 */
@Validated
@ConfigurationProperties("shop.tokens")
record TokenProperties(
    @DefaultValue("") String secret,
    @DefaultValue("") String jwksUrl,
    @DefaultValue("") String jwksCopy,
    @DefaultValue("1m") Duration jwksRefresh) {

  @AssertTrue(message = "JWT_SECRET or JWKS_URL is missing")
  boolean isModeChosen() {
    return !secret.isBlank() || !jwksUrl.isBlank();
  }

  @AssertTrue(message = "JWT_SECRET and JWKS_URL exclude each other")
  boolean isOneMode() {
    return secret.isBlank() || jwksUrl.isBlank();
  }

  @AssertTrue(message = "JWT_SECRET must have at least " + TokenKeys.LEAST_SECRET_BYTES + " bytes")
  boolean isSecretLongEnough() {
    return secret.isBlank() || TokenKeys.isLongEnough(secret);
  }

  @AssertTrue(message = "JWKS_URL must be a URL such as http://host:3001/.well-known/jwks.json")
  boolean isUrlReadable() {
    if (jwksUrl.isBlank()) {
      return true;
    }
    try {
      url();
      return true;
    } catch (IllegalArgumentException exception) {
      return false;
    }
  }

  URL url() {
    try {
      return URI.create(jwksUrl).toURL();
    } catch (MalformedURLException exception) {
      throw new IllegalArgumentException(exception);
    }
  }

  @Override
  public String toString() {
    return "TokenProperties[jwksUrl=" + jwksUrl + "]"; // never the secret
  }
}

package org.contractshop.base.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPropertiesTest {
  private static final String URL = "http://localhost:3001/.well-known/jwks.json";
  private static final String SECRET = "12345678901234567890123456789012";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                               | ''         | JWT_SECRET or JWKS_URL is missing",
        "1234567890123456789012345678901  | ''         | JWT_SECRET must have at least 32 bytes",
        SECRET
            + "                        | "
            + URL
            + "| JWT_SECRET and JWKS_URL exclude each other",
        "''                               | somewhere  | JWKS_URL must be a URL such as http://host:3001/.well-known/jwks.json",
      })
  void exactlyOneModeIsChosen(String secret, String url, String complaint) {
    assertThat(complaints(secret, url)).containsExactly(complaint);
  }

  @ParameterizedTest
  @CsvSource({SECRET + ",''", "üüüüüüüüüüüüüüüü,''", "''," + URL, "'',file:/etc/shop/jwks.json"})
  void eitherModeWillDo(String secret, String url) {
    assertThat(complaints(secret, url)).isEmpty();
  }

  @Test
  void theSecretIsNotPrinted() {
    assertThat(properties(SECRET, "")).asString().doesNotContain(SECRET);
    assertThat(TokenKeys.shared(SECRET)).asString().doesNotContain(SECRET);
  }

  private static TokenProperties properties(String secret, String url) {
    return new TokenProperties(secret, url, "", Duration.ofMinutes(1));
  }

  private static List<String> complaints(String secret, String url) {
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      return factory.getValidator().validate(properties(secret, url)).stream()
          .map(ConstraintViolation::getMessage)
          .toList();
    }
  }
}

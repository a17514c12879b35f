package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.contractshop.testing.Http;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest extends ServiceTest {
  @Test
  void answersATokenThatLeadsToTheProfile() {
    String token = logIn(People.ADAS_EMAIL, People.ADAS_PASSWORD).text("token");

    assertThat(http.with(token).get("/users/me").text("email")).isEqualTo(People.ADAS_EMAIL);
  }

  @Test
  void issuesATokenThatAnyServiceCanCheckForAnHour() throws ParseException {
    SignedJWT token =
        SignedJWT.parse(logIn(People.SERVICE_EMAIL, People.SERVICE_PASSWORD).text("token"));
    JWTClaimsSet claims = token.getJWTClaimsSet();

    assertThat(token.getHeader().toJSONObject())
        .containsOnlyKeys("alg", "typ", "kid")
        .containsEntry("alg", "ES256")
        .containsEntry("typ", "at+jwt");
    assertThat(claims.getClaims())
        .containsOnlyKeys("iss", "aud", "sub", "jti", "iat", "exp", "id", "email", "role")
        .containsEntry("iss", "user-service")
        .containsEntry("sub", "3")
        .containsEntry("id", 3L)
        .containsEntry("email", People.SERVICE_EMAIL)
        .containsEntry("role", "service");
    assertThat(claims.getAudience())
        .containsExactly("user-service", "product-service", "order-service");
    assertThat(claims.getIssueTime().toInstant())
        .isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void issuesADifferentTokenEveryTime() {
    assertThat(logIn(People.ADAS_EMAIL, People.ADAS_PASSWORD).text("token"))
        .isNotEqualTo(logIn(People.ADAS_EMAIL, People.ADAS_PASSWORD).text("token"));
  }

  @Test
  void replacesAnOldHashByABetterOne() {
    assertThat(hash()).startsWith("{bcrypt}");

    logIn(People.ADAS_EMAIL, "Pass1234?");
    assertThat(hash()).startsWith("{bcrypt}");

    logIn(People.ADAS_EMAIL, People.ADAS_PASSWORD);
    assertThat(hash()).startsWith("{argon2}");
    assertThat(logIn(People.ADAS_EMAIL, People.ADAS_PASSWORD).status()).isEqualTo(200);
  }

  private String hash() {
    return database
        .sql("SELECT password_hash FROM users WHERE id = ?")
        .param(People.ADA)
        .query(String.class)
        .single();
  }

  @Test
  void takesUpperAndLowerCaseForOneAddress() {
    assertThat(logIn("Ada@EXAMPLE.com", People.ADAS_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void answersAnUnknownAddressExactlyAsAWrongPassword() {
    Response unknown = logIn("nobody@example.com", People.ADAS_PASSWORD);
    Response wrong = logIn(People.ADAS_EMAIL, "Pass1234?");

    unknown.isProblem(401, "Invalid credentials");
    String ofThisRequest = "\"traceId\":\"[0-9a-f]{32}\"";
    assertThat(unknown.body().replaceFirst(ofThisRequest, ""))
        .isEqualTo(wrong.body().replaceFirst(ofThisRequest, ""));
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
  }

  @Test
  void doesNotAcceptTheHashAsPassword() {
    logIn(People.ADAS_EMAIL, hash()).isProblem(401, "Invalid credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR '1'='1",
        "nobody\\u0000@example.com",
        "ada@example.com\\u0000",
        "\\ud800",
        "%",
        "🔑"
      })
  void takesAnOddAddressForAnUnknownOne(String email) {
    logIn(email, People.ADAS_PASSWORD).isProblem(401, "Invalid credentials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "null", "true", "[]", "{\"$ne\": null}", "\"\""})
  void refusesAPasswordThatIsNoTextAndLivesOn(String password) {
    http.post("/auth/login", "{\"email\": \"ada@example.com\", \"password\": " + password + "}")
        .isInvalidField("password");

    assertThat(logIn(People.ADAS_EMAIL, People.ADAS_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void letsAUserInWhoStillSendsAnExpiredToken() {
    Http caller = http.with(TestTokens.expired());

    assertThat(logIn(caller, People.ADAS_EMAIL, People.ADAS_PASSWORD).status()).isEqualTo(200);
  }
}

package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest extends ServiceTest {
  /** Ada is user 7, the service account is user 3, and nobody is user 999. */
  @ParameterizedTest
  @CsvSource({
    "user,    7, 7,   200",
    "user,    7, 3,   403",
    "user,    7, 999, 403",
    "service, 3, 7,   200",
    "service, 3, 3,   200",
    "service, 3, 999, 404",
    "admin,   1, 7,   200",
    "admin,   1, 3,   200",
    "admin,   1, 999, 404",
    "guest,   7, 7,   403",
    "ADMIN,   1, 7,   403",
    "'',      7, 7,   403"
  })
  void areForTheirUserForServicesAndForAdmins(String role, long caller, long id, int status) {
    Response response = http.with(TestTokens.token(caller, role, claims -> {})).get("/users/" + id);

    switch (status) {
      case 200 -> assertThat(response.json().path("id").asLong(0)).isEqualTo(id);
      case 403 -> response.isProblem(403, "Forbidden");
      default -> response.isProblem(404, "User not found");
    }
  }

  @Test
  void needAToken() {
    for (String path : new String[] {"/users/me", "/users/7", "/users/999", "/users/x"}) {
      Response response = http.get(path);

      response.isProblem(401, "No token provided");
      assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void showNoPasswordAndNoHash() {
    Response response = http.with(TestTokens.customer(People.ADA)).get("/users/me");

    assertThat(response.json().propertyNames())
        .containsExactlyInAnyOrder("id", "name", "email", "role");
    assertThat(response.body()).doesNotContain("bcrypt");
  }

  @Test
  void comeFromTheDatabaseAndNotFromTheToken() {
    String token = TestTokens.token(People.ADA, "admin", claims -> claims.claim("name", "Eve"));

    Response response = http.with(token).get("/users/me");

    assertThat(response.text("name")).isEqualTo("Ada Lovelace");
    assertThat(response.text("email")).isEqualTo(People.ADAS_EMAIL);
    assertThat(response.text("role")).isEqualTo("user");
  }

  @Test
  void refuseATokenWhoseUserIsGone() {
    http.with(TestTokens.customer(999)).get("/users/me").isProblem(401, "Invalid or expired token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "x", "9007199254740992", "99999999999999999999", "1e3"})
  void refuseAnIdThatCannotBe(String id) {
    http.with(TestTokens.admin()).get("/users/" + id).isInvalidField("id");
  }
}

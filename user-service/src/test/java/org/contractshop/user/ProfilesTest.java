package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractshop.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProfilesTest {
  @Autowired private JdbcClient database;
  private final Http http;

  ProfilesTest(@LocalServerPort int port) {
    http = new Http(port);
  }

  @BeforeEach
  void adaIsRegistered() {
    People.reset(database);
  }

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
    Response response = http.get("/users/" + id, TestTokens.token(caller, role, claims -> {}));

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
    Response response = http.get("/users/me", TestTokens.customer(People.ADA));

    assertThat(response.json().propertyNames())
        .containsExactlyInAnyOrder("id", "name", "email", "role");
    assertThat(response.body()).doesNotContain("bcrypt");
  }

  @Test
  void comeFromTheDatabaseAndNotFromTheToken() {
    String token = TestTokens.token(People.ADA, "admin", claims -> claims.claim("name", "Eve"));

    Response response = http.get("/users/me", token);

    assertThat(response.text("name")).isEqualTo("Ada Lovelace");
    assertThat(response.text("email")).isEqualTo(People.ADAS_EMAIL);
    assertThat(response.text("role")).isEqualTo("user");
  }

  @Test
  void refuseATokenWhoseUserIsGone() {
    http.get("/users/me", TestTokens.customer(999)).isProblem(401, "Invalid or expired token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "x", "9007199254740992", "99999999999999999999", "1e3"})
  void refuseAnIdThatCannotBe(String id) {
    http.get("/users/" + id, TestTokens.admin()).isInvalidField("id");
  }
}

package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.contractshop.testing.Response;
import org.contractshop.testing.TestTokens;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest extends ServiceTest {
  private static final String GRACE =
      """
      {"name": "Grace Hopper", "email": "grace@example.com", "password": "E2ETest99!"}
      """;

  @Test
  void answersTheUserWithoutPasswordOrHash() {
    Response response = http.post("/auth/register", GRACE);

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.json().propertyNames())
        .containsExactlyInAnyOrder("id", "name", "email", "role");
    assertThat(response.text("role")).isEqualTo("user");
    assertThat(response.body()).doesNotContain("E2ETest99!", "argon2");
  }

  @Test
  void tellsWhereTheProfileIs() {
    Response response = http.post("/auth/register", GRACE);

    assertThat(http.with(TestTokens.admin()).get(response.header("Location")).json())
        .isEqualTo(response.json());
  }

  @Test
  void storesAHashAndNotThePassword() {
    http.post("/auth/register", GRACE);

    String row =
        database
            .sql("SELECT users::text FROM users WHERE email = 'grace@example.com'")
            .query(String.class)
            .single();

    assertThat(row).contains("{argon2}").doesNotContain("E2ETest99!");
  }

  @Test
  void refusesATakenAddress() {
    http.post("/auth/register", GRACE);

    http.post("/auth/register", GRACE.replace("grace@example.com", "GRACE@example.com"))
        .isProblem(409, "Email already registered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GRACE@Example.COM", "gr\u00e0ce@example.com", "\uff27race@example.com"})
  void takesAllSpellingsOfAnAddressForOne(String spelling) {
    String registered =
        Normalizer.normalize(spelling, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    http.post("/auth/register", GRACE.replace("grace@example.com", registered));

    http.post("/auth/register", GRACE.replace("grace@example.com", spelling))
        .isProblem(409, "Email already registered");
    assertThat(logIn(spelling, "E2ETest99!").status()).isEqualTo(200);
  }

  @Test
  void givesAnAddressToOneOfManyWhoClaimItAtOnce() throws Exception {
    List<Integer> claims =
        Together.run(
            16,
            claim -> {
              String body = claim % 2 == 0 ? GRACE : GRACE.replace("grace@", "Grace@");
              return () -> http.post("/auth/register", body).status();
            });

    assertThat(claims)
        .isSubsetOf(201, 409, 503) // hashing has its limits, too
        .containsOnlyOnce(201);
    assertThat(registered()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"role\": \"admin\"",
        "\"id\": 1",
        "\"passwordHash\": \"x\"",
        "\"isAdmin\": true",
        "\"__proto__\": {}"
      })
  void doesNotLetTheCallerSetMoreThanItsOwnFields(String extra) {
    Response response = http.post("/auth/register", GRACE.replace("{", "{" + extra + ", "));

    response.isInvalidField(extra.substring(1, extra.indexOf('"', 1)));
    assertThat(registered()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password | 12345678",
        "password | null",
        "password | true",
        "password | [\"Pass1234!\"]",
        "password | {}",
        "password | \"\"",
        "password | \"Pass123\"",
        "password | \"🔑🔑🔑🔑\"",
        "password | \"iloveyou\"",
        "name     | null",
        "name     | 7",
        "name     | \"\"",
        "name     | \"   \"",
        "name     | \"Grace\\u0000\"",
        "name     | \"Grace\\nHopper\"",
        "email    | null",
        "email    | 7",
        "email    | \"\"",
        "email    | \"grace\"",
        "email    | \"grace@\"",
        "email    | \"a b@example.com\"",
        "email    | \"grace\\u0000@example.com\"",
      })
  void refusesABadValueAndNamesItsField(String field, String value) {
    String body = GRACE.replaceAll("(\"" + field + "\": )\"[^\"]*\"", "$1" + escaped(value));

    http.post("/auth/register", body).isInvalidField(field);

    assertThat(registered()).isZero();
    assertThat(http.get("/health").status()).isEqualTo(200);
  }

  @Test
  void saysInWordsWhatANameMayBe() {
    http.post("/auth/register", GRACE.replace("Grace Hopper", " "))
        .isProblem(400, "name must not be blank and must not contain control characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "email", "password"})
  void refusesAMissingField(String field) {
    String body =
        GRACE.replaceAll("\"" + field + "\": \"[^\"]*\",? ?", "").replaceAll(", }|,}", "}");

    http.post("/auth/register", body).isInvalidField(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " пароль 密码 🔑 ",
        "more than the seventy-two bytes of which bcrypt reads no more, without saying so",
        "\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000"
      })
  void takesAPasswordOfAnyCharacters(String password) {
    String body = GRACE.replace("E2ETest99!", password);

    assertThat(http.post("/auth/register", body).status()).isEqualTo(201);
    assertThat(http.post("/auth/login", body.replaceAll("\"name\": \"[^\"]*\", ", "")).status())
        .isEqualTo(200);
  }

  @Test
  void neverRepeatsARefusedPassword() {
    String body = GRACE.replace("E2ETest99!", "geheim");

    assertThat(http.post("/auth/register", body).body()).doesNotContain("geheim");
  }

  private long registered() {
    return database
        .sql("SELECT count(*) FROM users WHERE id NOT IN (3, 7)")
        .query(Long.class)
        .single();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\");
  }
}

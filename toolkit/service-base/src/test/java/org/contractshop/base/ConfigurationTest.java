package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ConfigurationTest {
  private static final String DATABASE = "postgres://shop:s3cret@db.example:5433/shop";

  @Test
  void acceptsWhatIsComplete() {
    assertThatCode(() -> check(complete())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PEER_URL       |                               | PEER_URL is missing",
        "PEER_URL       | localhost:3001                | PEER_URL must be an http(s) URL",
        "PEER_URL       | ftp://localhost               | PEER_URL must be an http(s) URL",
        "PEER_URL       | http://                       | PEER_URL must be an http(s) URL",
        "PEER_NAME      | ' '                           | PEER_NAME is missing",
        "ADMIN_EMAIL    | ada@example.com               | ADMIN_EMAIL and ADMIN_PASSWORD must be set together",
        "ADMIN_PASSWORD | Pass1234!                     | ADMIN_EMAIL and ADMIN_PASSWORD must be set together",
        "JWT_SECRET     |                               | JWT_SECRET is missing",
        "JWT_SECRET     | 1234567890123456789012345678901 | JWT_SECRET must have at least 32 bytes",
        "PORT           | http                          | PORT must be a number up to 65535",
        "PORT           | -1                            | PORT must be a number up to 65535",
        "PORT           | 65536                         | PORT must be a number up to 65535",
        "DATABASE_URL   |                               | DATABASE_URL is missing",
      })
  void saysWhatIsWrong(String name, String value, String complaint) {
    MockEnvironment environment = complete().withProperty(name, value == null ? "" : value);

    assertThatThrownBy(() -> check(environment))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "PEER_URL,   https://user-service.example:8443/base",
    "PEER_URL,   http://user_service:3001",
    "JWT_SECRET, 12345678901234567890123456789012",
    "JWT_SECRET, üüüüüüüüüüüüüüüü",
    "PORT,       0",
    "PORT,       65535",
    "PORT,       ''",
  })
  void acceptsWhatIsJustRight(String name, String value) {
    assertThatCode(() -> check(complete().withProperty(name, value))).doesNotThrowAnyException();
  }

  @Test
  void saysEverythingThatIsWrongInOneLine() {
    MockEnvironment nothing =
        new MockEnvironment()
            .withProperty("shop.required", "PEER_URL, PEER_NAME")
            .withProperty("PORT", "x");

    assertThatThrownBy(() -> check(nothing))
        .hasMessage(
            "PEER_URL is missing; PEER_NAME is missing; JWT_SECRET is missing;"
                + " PORT must be a number up to 65535; DATABASE_URL is missing");
  }

  @Test
  void leavesApplicationsAloneThatAreNoneOfTheServices() {
    assertThatCode(() -> check(new MockEnvironment())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring.datasource.url", "shop.embedded-database"})
  void needsNoDatabaseUrlIfTheDatabaseIsNamedOtherwise(String property) {
    MockEnvironment environment =
        complete().withProperty("DATABASE_URL", "").withProperty(property, "x");

    assertThatCode(() -> check(environment)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://shop:s3cret@db.example:5433/shop,    jdbc:postgresql://db.example:5433/shop, shop, s3cret",
    "postgresql://shop:s3cret@db.example/shop,       jdbc:postgresql://db.example/shop,      shop, s3cret",
    "postgres://shop:p%40ss%2Fw%C3%B6rd@db/shop,     jdbc:postgresql://db/shop,              shop, p@ss/wörd",
    "postgres://shop:a:b@db/shop,                    jdbc:postgresql://db/shop,              shop, a:b",
    "postgres://a%3Ab:s3cret@db/shop,                jdbc:postgresql://db/shop,              a:b,  s3cret",
    "postgres://shop:1+1%2B1@db/shop,                jdbc:postgresql://db/shop,              shop, 1+1+1",
    "postgres://shop:x@db/shop?sslmode=require&a=b, jdbc:postgresql://db/shop?sslmode=require&a=b, shop, x",
    "postgres://shop:x@[::1]:5432/shop,              jdbc:postgresql://[::1]:5432/shop,      shop, x",
  })
  void understandsTheUrlOfHostingPlatforms(
      String url, String jdbcUrl, String user, String password) {
    MockEnvironment environment = complete().withProperty("DATABASE_URL", url);

    check(environment);

    assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(jdbcUrl);
    assertThat(environment.getProperty("spring.datasource.username")).isEqualTo(user);
    assertThat(environment.getProperty("spring.datasource.password")).isEqualTo(password);
  }

  @Test
  void passesAJdbcUrlOnAsItIs() {
    String url = "jdbc:postgresql://db/shop?user=shop&password=s3cret";
    MockEnvironment environment = complete().withProperty("DATABASE_URL", url);

    check(environment);

    assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(url);
    assertThat(environment.containsProperty("spring.datasource.username")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret",
        "mysql://shop:s3cret@db/shop",
        "postgres://s3cret@db/shop",
        "postgres://db/s3cret",
        "postgres://shop:s3cret@db",
        "postgres://shop:s3cret@db/",
        "postgres://shop:s3cret%zz@db/shop",
        "postgres://shop:s3cret @db/shop",
        "postgres:s3cret",
      })
  void refusesAnyOtherUrlAndNeverRepeatsIt(String url) {
    MockEnvironment environment = complete().withProperty("DATABASE_URL", url);

    assertThatThrownBy(() -> check(environment))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("DATABASE_URL must look like postgres://user:password@host:5432/database")
        .hasNoCause();
  }

  private static void check(MockEnvironment environment) {
    new Configuration().postProcessEnvironment(environment, new SpringApplication());
  }

  private static MockEnvironment complete() {
    return new MockEnvironment()
        .withProperty("shop.required", "PEER_URL, PEER_NAME")
        .withProperty("shop.pairs", "ADMIN_EMAIL+ADMIN_PASSWORD")
        .withProperty("PEER_URL", "http://localhost:3001")
        .withProperty("PEER_NAME", "peer")
        .withProperty("JWT_SECRET", "a-secret-for-tests-of-at-least-32-bytes")
        .withProperty("DATABASE_URL", DATABASE);
  }
}

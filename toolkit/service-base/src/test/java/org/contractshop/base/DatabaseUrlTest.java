package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DatabaseUrlTest {
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
    MockEnvironment environment = new MockEnvironment().withProperty("DATABASE_URL", url);

    process(environment);

    assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(jdbcUrl);
    assertThat(environment.getProperty("spring.datasource.username")).isEqualTo(user);
    assertThat(environment.getProperty("spring.datasource.password")).isEqualTo(password);
  }

  @Test
  void passesAJdbcUrlOnAsItIs() {
    String url = "jdbc:postgresql://db/shop?user=shop&password=s3cret";
    MockEnvironment environment = new MockEnvironment().withProperty("DATABASE_URL", url);

    process(environment);

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
  void ignoresAnyOtherUrl(String url) {
    MockEnvironment environment = new MockEnvironment().withProperty("DATABASE_URL", url);

    process(environment);

    assertThat(DatabaseUrl.isReadable(url)).isFalse();
    assertThat(environment.containsProperty("spring.datasource.url")).isFalse();
  }

  private static void process(MockEnvironment environment) {
    new DatabaseUrl().postProcessEnvironment(environment, new SpringApplication());
  }
}

package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.support.DynamicPropertyRegistrarBeanInitializer;
import org.springframework.validation.annotation.Validated;

class ConfigurationCheckTest {
  private static final List<String> COMPLETE =
      List.of(
          "peer.url=http://localhost:3001",
          "DATABASE_URL=postgres://shop:s3cret@db.example:5433/shop");

  @Validated
  @ConfigurationProperties("peer")
  record Peer(@NotBlank(message = "PEER_URL is missing") String url) {}

  @EnableConfigurationProperties(Peer.class)
  static class Service {}

  private final WebApplicationContextRunner service =
      new WebApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withPropertyValues("spring.config.import=classpath:service-defaults.yaml")
          .withPropertyValues("spring.application.name=peer")
          .withPropertyValues(COMPLETE.toArray(String[]::new))
          .withUserConfiguration(Service.class)
          .withConfiguration(
              AutoConfigurations.of(
                  ValidationAutoConfiguration.class, EnvironmentConfiguration.class));

  @Test
  void acceptsWhatIsComplete() {
    assertThat(complaints("")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "peer.url=                                  | PEER_URL is missing",
        "PORT=http                                  | PORT must be a number up to 65535",
        "PORT=-1                                    | PORT must be a number up to 65535",
        "PORT=65536                                 | PORT must be a number up to 65535",
        "DATABASE_URL=                              | DATABASE_URL is missing",
      })
  void saysWhatIsWrong(String property, String complaint) {
    assertThat(complaints(property)).isEqualTo(complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PORT=0", "PORT=65535", "PORT="})
  void acceptsWhatIsJustRight(String property) {
    assertThat(complaints(property)).isNull();
  }

  @Test
  void saysEverythingThatIsWrongInOneLine() {
    assertThat(complaints("peer.url=", "PORT=x", "DATABASE_URL="))
        .isEqualTo(
            "DATABASE_URL is missing; PEER_URL is missing;" + " PORT must be a number up to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring.datasource.url=x", "shop.embedded-database=true"})
  void needsNoDatabaseUrlIfTheDatabaseIsNamedOtherwise(String property) {
    assertThat(complaints("DATABASE_URL=", property)).isNull();
  }

  @Test
  void neverRepeatsADatabaseUrl() {
    assertThat(complaints("DATABASE_URL=mysql://shop:s3cret@db/shop"))
        .isEqualTo("DATABASE_URL must look like postgres://user:password@host:5432/database");
  }

  @Test
  void leavesRoomForPropertiesThatBecomeKnownLater() {
    service
        .withBean(
            DynamicPropertyRegistrar.class,
            () -> registry -> registry.add("peer.url", () -> "http://late:1"))
        .withBean(DynamicPropertyRegistrarBeanInitializer.class)
        .run(context -> assertThat(context.getBean(Peer.class).url()).isEqualTo("http://late:1"));
  }

  private @Nullable String complaints(String... properties) {
    String[] complaint = new String[1];
    service
        .withPropertyValues(properties)
        .run(
            context -> {
              Throwable failure = context.getStartupFailure();
              if (failure != null) {
                assertThat(failure).isInstanceOf(ConfigurationException.class);
                complaint[0] = failure.getMessage();
              }
            });
    return complaint[0];
  }
}

package org.contractshop.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.contractshop.client.TokenSupplier;
import org.contractshop.client.boot.ClientCustomizer;
import org.contractshop.order.client.OrderClient;
import org.contractshop.order.client.OrdersApi;
import org.contractshop.user.client.AuthenticationApi;
import org.contractshop.user.client.UsersApi;
import org.contractshop.user.client.model.LogInRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ClientBeansTest {
  /** Kept, so that it stays silent about the starts that fail on purpose. */
  private static final Logger LOG = Logger.getLogger("org.springframework.context");

  static {
    LOG.setLevel(Level.OFF);
  }

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(clients()));

  /** As Spring Boot finds them. */
  private static Class<?>[] clients() {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : ImportCandidates.load(AutoConfiguration.class, null)) {
      if (name.matches("org\\.contractshop\\.(\\w+\\.)?client\\..*")) {
        try {
          classes.add(Class.forName(name));
        } catch (ClassNotFoundException exception) {
          throw new IllegalStateException(exception);
        }
      }
    }
    return classes.toArray(Class<?>[]::new);
  }

  @ParameterizedTest
  @EnumSource
  void a_base_url_gives_a_client_and_its_interfaces(PublishedClient client) {
    application
        .withPropertyValues("shop.clients." + client.shortName() + ".base-url=http://localhost:1")
        .run(
            context -> {
              assertThat(context).hasSingleBean(client.type());
              client.interfaces().forEach(type -> assertThat(context).hasSingleBean(type));
            });
  }

  @ParameterizedTest
  @EnumSource
  void without_one_there_is_none(PublishedClient client) {
    application.run(
        context -> {
          assertThat(context).hasNotFailed().doesNotHaveBean(client.type());
          client.interfaces().forEach(type -> assertThat(context).doesNotHaveBean(type));
        });
  }

  @Test
  void the_clients_live_side_by_side() {
    application
        .withPropertyValues(
            "shop.clients.user.base-url=http://localhost:1",
            "shop.clients.product.base-url=http://localhost:2",
            "shop.clients.order.base-url=http://localhost:3")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void the_applications_own_client_wins() {
    OrderClient own = OrderClient.at("http://localhost:1");
    application
        .withBean(OrderClient.class, () -> own)
        .withPropertyValues("shop.clients.order.base-url=http://localhost:2")
        .run(
            context -> {
              assertThat(context.getBean(OrderClient.class)).isSameAs(own);
              assertThat(context.getBean(OrdersApi.class)).isSameAs(own.orders());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, '', Set the base URL",
    "base-url, localhost, Set the base URL to http:// or https://",
    "read-timeout, -1s, Set the read timeout to 1 ms or more",
    "connect-timeout, 0, Set the connect timeout to 1 ms or more",
    "total-timeout, 10d, Set the total timeout to 1 ms or more",
    "retries, 99, Set the retries to a number from 0 to 10"
  })
  void a_bad_property_stops_the_start_in_plain_words(String name, String value, String advice) {
    application
        .withPropertyValues(
            "shop.clients.order.base-url=http://localhost:1",
            "shop.clients.order." + name + "=" + value)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        failure -> {
                          assertThat(failure.getName()).isEqualTo("shop.clients.order." + name);
                          assertThat(failure.getReason()).startsWith(advice);
                        }));
  }

  @Test
  void a_misspelt_property_stops_the_start() {
    application
        .withPropertyValues(
            "shop.clients.order.base-url=http://localhost:1", "shop.clients.order.read-timout=1s")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(UnboundConfigurationPropertiesException.class)
                    .hasMessageContaining("shop.clients.order.read-timout"));
  }

  @ParameterizedTest
  @CsvSource({
    "orders, Did you mean shop.clients.order?",
    "produt, 'The clients on the class path are order, product, user.'"
  })
  void properties_of_a_client_that_does_not_exist_stop_the_start(String name, String advice) {
    application
        .withPropertyValues("shop.clients." + name + ".base-url=http://localhost:1")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        failure -> {
                          assertThat(failure.getName()).isEqualTo("shop.clients." + name);
                          assertThat(failure.getReason())
                              .isEqualTo("There is no client of this name. " + advice);
                        }));
  }

  @Test
  void a_customizer_has_the_last_word() throws IOException {
    try (FakeService service = new FakeService().answers(200, "{\"id\":1}")) {
      application
          .withBean(
              ClientCustomizer.class,
              () -> (client, settings) -> settings.header("X-Client", client))
          .withPropertyValues("shop.clients.order.base-url=" + service.url())
          .run(context -> context.getBean(OrdersApi.class).getOrder(1L));
      assertThat(service.requests.get(0).getFirst("X-Client")).isEqualTo("order");
    }
  }

  @Test
  void the_token_comes_from_a_bean() throws IOException {
    try (FakeService service = new FakeService().answers(200, "{\"id\":1}")) {
      application
          .withBean(TokenSupplier.class, () -> () -> "token")
          .withPropertyValues("shop.clients.order.base-url=" + service.url())
          .run(context -> context.getBean(OrdersApi.class).getOrder(1L));
      assertThat(service.requests.get(0).getFirst("Authorization")).isEqualTo("Bearer token");
    }
  }

  @Test
  void the_bean_that_gives_tokens_may_log_in_by_a_client() throws IOException {
    try (FakeService service = new FakeService().answers(200, "{\"token\":\"a.b.c\",\"id\":1}")) {
      application
          .withBean(LogIn.class)
          .withPropertyValues("shop.clients.user.base-url=" + service.url())
          .run(context -> context.getBean(UsersApi.class).getCurrentUser());
      assertThat(service.requests.get(0)).doesNotContainKey("Authorization");
      assertThat(service.requests.get(1).getFirst("Authorization")).isEqualTo("Bearer a.b.c");
    }
  }

  private record LogIn(AuthenticationApi authentication) implements TokenSupplier {
    @Override
    public String get() {
      return authentication.logIn(new LogInRequest("ada@example.com", "Pass1234!")).getToken();
    }
  }
}

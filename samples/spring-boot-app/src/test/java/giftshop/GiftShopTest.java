package giftshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.contract.stubrunner.StubFinder;
import org.springframework.cloud.contract.stubrunner.spring.AutoConfigureStubRunner;
import org.springframework.cloud.contract.stubrunner.spring.StubRunnerProperties.StubsMode;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Against the stubs of test dependencies. */
@SpringBootTest(properties = {"giftshop.email=ada@example.com", "giftshop.password=Pass1234!"})
@AutoConfigureStubRunner(
    ids = {
      "org.contractshop:user-service:+:stubs",
      "org.contractshop:product-service:+:stubs",
      "org.contractshop:order-service:+:stubs"
    },
    stubsMode = StubsMode.CLASSPATH)
class GiftShopTest {
  @Autowired private GiftShop shop;

  /** Tells the clients where the stubs run. */
  @TestConfiguration
  static class Addresses {
    @Bean
    DynamicPropertyRegistrar addresses(StubFinder stubs) {
      return properties -> {
        for (String service : new String[] {"user", "product", "order"}) {
          properties.add(
              "shop.clients." + service + ".base-url",
              () -> stubs.findStubUrl(service + "-service").toString());
        }
      };
    }
  }

  @Test
  void sells_what_there_is() {
    assertThat(shop.describe(101)).isEqualTo("Desk Lamp");
    assertThat(shop.buy(101)).isEqualTo("paid 19.95");
  }

  @Test
  void says_what_is_sold_out_although_it_was_there_a_moment_ago() {
    assertThat(shop.describe(422)).isEqualTo("Concert Ticket");
    assertThat(shop.buy(422)).isEqualTo("product 422 is sold out");
  }

  @Test
  void tells_what_is_gone_from_what_cannot_be_asked_now() {
    assertThat(shop.describe(999)).isEqualTo("gone");
    assertThat(shop.describe(500)).isEqualTo("ask again later");
    assertThat(shop.describe(503)).isEqualTo("ask again later");
  }
}

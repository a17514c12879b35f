package giftshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractshop.product.client.ProductsApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.contract.stubrunner.StubFinder;
import org.springframework.cloud.contract.stubrunner.spring.AutoConfigureStubRunner;
import org.springframework.cloud.contract.stubrunner.spring.StubRunnerProperties.StubsMode;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Against the stubs in the local repository, where ./run install puts them. */
@EnabledIfSystemProperty(named = "stubs.installed", matches = "true")
@SpringBootTest(properties = {"giftshop.email=ada@example.com", "giftshop.password=Pass1234!"})
@AutoConfigureStubRunner(
    ids = "org.contractshop:product-service:+:stubs",
    stubsMode = StubsMode.LOCAL)
class InstalledStubsTest {
  @Autowired private ProductsApi products;

  @TestConfiguration
  static class Addresses {
    @Bean
    DynamicPropertyRegistrar addresses(StubFinder stubs) {
      return properties ->
          properties.add(
              "shop.clients.product.base-url",
              () -> stubs.findStubUrl("product-service").toString());
    }
  }

  @Test
  void the_catalogue_has_the_products_that_can_be_looked_at() {
    assertThat(products.listProducts())
        .filteredOn(product -> product.getId() != 500) // where the network fails
        .hasSizeGreaterThan(3)
        .allSatisfy(product -> assertThat(products.getProduct(product.getId())).isEqualTo(product));
  }
}

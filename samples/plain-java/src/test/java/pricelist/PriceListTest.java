package pricelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.math.BigDecimal;
import org.contractshop.client.InsufficientStockException;
import org.contractshop.order.client.OrderClient;
import org.contractshop.product.client.ProductClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the stub jars on the class path, served by WireMock alone. */
class PriceListTest {
  private final WireMockServer productService = stubsOf("product-service");
  private final WireMockServer orderService = stubsOf("order-service");
  private PriceList list;

  @BeforeEach
  void start() {
    productService.start();
    orderService.start();
    list =
        new PriceList(
            ProductClient.at(productService.baseUrl()),
            OrderClient.at(orderService.baseUrl(), () -> "user-7-token"));
  }

  @AfterEach
  void stop() {
    productService.stop();
    orderService.stop();
  }

  @Test
  void lists_all_pages() {
    assertEquals(
        "Mechanical Keyboard 129.99\nUSB-C Hub 49.99\nErgonomic Mouse 79.99\n"
            + "Desk Lamp 19.95\nConcert Ticket 59.00\nGlass Vase 24.50",
        list.text());
  }

  @Test
  void orders_what_there_is() {
    assertEquals(new BigDecimal("259.98"), list.order(1).getTotal());
  }

  @Test
  void knows_a_price_in_time() {
    assertEquals(new BigDecimal("129.99"), list.price(1));
  }

  @Test
  void reads_two_prices_at_the_same_time() {
    assertEquals(new BigDecimal("179.98"), list.priceOfBoth());
  }

  @Test
  void learns_what_is_short() {
    InsufficientStockException shortage =
        assertThrows(InsufficientStockException.class, () -> list.order(101));
    assertEquals(101, shortage.problem().getProductId());
  }

  private static WireMockServer stubsOf(String service) {
    return new WireMockServer(
        WireMockConfiguration.options()
            .dynamicPort()
            .usingFilesUnderClasspath(
                "META-INF/org.contractshop/%s/%s"
                    .formatted(service, System.getProperty(service + ".version"))));
  }
}

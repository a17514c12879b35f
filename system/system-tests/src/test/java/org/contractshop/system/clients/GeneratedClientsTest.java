package org.contractshop.system.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.contractshop.client.InsufficientStockException;
import org.contractshop.client.Pages;
import org.contractshop.client.ProblemException;
import org.contractshop.order.client.OrderClient;
import org.contractshop.order.client.model.CreateOrderItem;
import org.contractshop.order.client.model.CreateOrderRequest;
import org.contractshop.order.client.model.OrderResponse;
import org.contractshop.order.client.model.OrderStatus;
import org.contractshop.product.client.ListProductsOptions;
import org.contractshop.product.client.ProductClient;
import org.contractshop.product.client.model.ProductResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratedClientsTest {
  private static final String ORDER =
      """
      {"id":1,"userId":7,"items":[{"productId":1,"quantity":2,"unitPrice":0.10,"gift":true}],
       "status":"returned","createdAt":"2026-01-15T09:30:00Z","parcel":{"id":5}}
      """;

  @AutoClose private FakeService service;

  @BeforeEach
  void start() throws IOException {
    service = new FakeService();
  }

  @Test
  void an_order_is_placed_with_a_key() {
    service.answers(201, ORDER);
    OrderClient client = OrderClient.at(service.url(), () -> "token");
    client.orders().placeOrder(new CreateOrderRequest(List.of(new CreateOrderItem(1L, 2))));
    assertThat(service.requests.get(0).getFirst("Idempotency-Key")).hasSize(36);
  }

  @Test
  void the_answer_of_a_newer_service_is_understood() {
    service.answers(200, ORDER);
    OrderResponse order = OrderClient.at(service.url()).orders().getOrder(1L);
    assertThat(order.getStatus()).isEqualTo(OrderStatus.UNKNOWN_DEFAULT_OPEN_API);
    assertThat(order.getItems().get(0).getUnitPrice()).isEqualTo(new BigDecimal("0.10"));
  }

  @Test
  void a_catalogue_is_read_page_by_page() {
    service
        .answers(200, "[{\"id\":1},{\"id\":2}]")
        .links(Map.of("/products?limit=2", "/products?after=2", "/products?after=2", "/products"));
    List<ProductResponse> first =
        ProductClient.at(service.url()).products().listProducts(new ListProductsOptions().limit(2));
    assertThat(Pages.stream(first).limit(3)).hasSize(3);
    assertThat(service.requests).hasSize(2);
    assertThat(Pages.stream(first)).hasSize(6);
  }

  @Test
  void a_problem_tells_the_product() {
    service.answers(
        422, "{\"type\":\"urn:problem-type:insufficient-stock\",\"status\":422,\"productId\":5}");
    CreateOrderRequest request = new CreateOrderRequest(List.of(new CreateOrderItem(5L, 1)));
    assertThatThrownBy(() -> OrderClient.at(service.url()).orders().placeOrder(request))
        .isInstanceOfSatisfying(
            InsufficientStockException.class,
            exception -> assertThat(exception.problem().getProductId()).isEqualTo(5));
  }

  @Test
  void a_client_says_its_version_and_spec() {
    service.answers(400, "");
    assertThatThrownBy(() -> OrderClient.at(service.url()).health().getHealth())
        .isInstanceOf(ProblemException.class);
    assertThat(service.requests.get(0).getFirst("User-Agent"))
        .isEqualTo("order-client/" + OrderClient.API_VERSION + " spec/" + OrderClient.SPEC_HASH);
  }
}

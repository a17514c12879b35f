package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractshop.testing.FaultProxy;
import org.contractshop.testing.FaultProxy.Fault;
import org.contractshop.testing.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PlacingOrdersTest extends ServiceTest {
  @Autowired private FaultProxy productService;

  @Test
  void an_order_has_the_names_and_prices_of_its_reservation_and_their_exact_total() {
    Response placed =
        customer.order(
            """
            {"items": [{"productId": 1, "quantity": 2}, {"productId": 2, "quantity": 1}]}
            """);

    assertThat(placed.status()).isEqualTo(201);
    JsonNode order = placed.json();
    assertThat(placed.header("Location")).isEqualTo("/orders/" + order.get("id").asLong());
    assertThat(order.get("userId").asLong()).isEqualTo(7);
    assertThat(order.get("status").asString()).isEqualTo("confirmed");
    assertThat(order.get("total").decimalValue()).isEqualByComparingTo("309.97");
    assertThat(order.at("/items/0/name").asString()).isEqualTo("Mechanical Keyboard");
    assertThat(order.at("/items/0/unitPrice").decimalValue()).isEqualByComparingTo("129.99");
    assertThat(order.at("/items/1/productId").asLong()).isEqualTo(2);
    assertThat(customer.get("/orders/" + order.get("id").asLong()).json()).isEqualTo(order);
    assertThat(customer.get("/orders").json().get(0)).isEqualTo(order);
  }

  @Test
  void a_product_on_two_lines_stays_on_two_lines() {
    Response placed =
        customer.order(
            """
            {"items": [{"productId": 2, "quantity": 1}, {"productId": 2, "quantity": 3}]}
            """);

    assertThat(placed.json().get("items")).hasSize(2);
    assertThat(placed.json().get("total").decimalValue()).isEqualByComparingTo("199.96");
  }

  @Test
  void a_refused_order_names_the_product_and_leaves_no_trace() {
    Response short1 = customer.order(OrderCaller.items(1, 1000));
    Response unknown = customer.order(OrderCaller.items(999, 1));

    short1.isProblem(422, "Insufficient stock for product 1");
    assertThat(short1.json().get("productId").asLong()).isEqualTo(1);
    unknown.isProblem(422, "Product 999 not found");
    assertThat(customer.get("/orders").json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"items\":null}",
        "{\"items\":[]}",
        "{\"items\":{}}",
        "{\"items\":\"abc\"}",
      })
  void an_order_without_items_is_refused_in_the_words_that_callers_know(String body) {
    customer.order(body).isProblem(400, "items array is required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-3",
        "0.5",
        "1.0",
        "null",
        "\"abc\"",
        "\"3\"",
        "true",
        "[]",
        "{}",
        "1000001",
        "2147483648",
        "9007199254740993",
        "1e38",
        "-0.5",
        "1e2"
      })
  void a_quantity_that_is_no_count_is_refused_and_product_service_is_not_asked(String quantity) {
    int before = productService.requests(Fault.NONE);

    Response refused =
        customer.order("{\"items\":[{\"productId\":1,\"quantity\":" + quantity + "}]}");

    refused.isInvalidField("items[0].quantity");
    assertThat(productService.requests(Fault.NONE)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"items\":[{\"productId\":1,\"quantity\":1}],\"items\":[]}",
        "{\"items\":[{\"productId\":1,\"quantity\":1}]",
      })
  void a_body_that_is_no_good_json_changes_nothing(String body) {
    customer.order(body).isProblem(400);

    assertThat(count("orders")).isZero();
  }
}

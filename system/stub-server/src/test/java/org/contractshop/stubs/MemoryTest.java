package org.contractshop.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.contractshop.stubs.StubCaller.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is done to the stubs is there afterwards. */
class MemoryTest {
  @AutoClose private static StubServer stubs;
  private StubCaller ada;
  private StubCaller service;

  @BeforeAll
  static void start() throws Exception {
    stubs = new StubServer(0);
  }

  @BeforeEach
  void newSession() {
    String session = UUID.randomUUID().toString();
    ada = new StubCaller(stubs, "user-7-token", session);
    service = new StubCaller(stubs, "service-token", session);
  }

  @Test
  void an_order_of_any_listed_products_is_placed_with_its_exact_total() {
    Answer placed =
        ada.order("{\"productId\":1,\"quantity\":3},{\"productId\":500,\"quantity\":1}");
    assertThat(placed.status()).as("product 500 is where the network fails").isEqualTo(501);
    placed = ada.order("{\"productId\":1,\"quantity\":3},{\"productId\":3,\"quantity\":29}");
    assertThat(placed.status()).isEqualTo(201);
    assertThat(placed.body()).contains("\"total\":2709.68,");
    Answer read = ada.get("order-service", placed.location());
    assertThat(read.body()).isEqualTo(placed.body());
    assertThat(ada.get("order-service", "/orders").json().get(0)).isEqualTo(placed.json());
    assertThat(stock(1)).isEqualTo(47);
    assertThat(stock(3)).isEqualTo(1);
    assertThat(ada.order("{\"productId\":3,\"quantity\":2}").status()).isEqualTo(422);
  }

  @Test
  void a_cancelled_order_stays_cancelled_and_its_stock_is_back() {
    String order = ada.order("{\"productId\":2,\"quantity\":100}").location();
    assertThat(stock(2)).isEqualTo(20);
    for (int time = 0; time < 2; time++) {
      JsonNode cancelled = ada.post("order-service", order + "/cancellation", "").json();
      assertThat(cancelled.get("status").asString()).isEqualTo("cancelled");
    }
    assertThat(ada.get("order-service", order).body()).contains("cancelled");
    assertThat(stock(2)).isEqualTo(120);
  }

  @Test
  void a_key_orders_once_and_only_the_same_items() {
    String two = "{\"items\":[{\"productId\":1,\"quantity\":2}]}";
    Answer first = ada.withKey("k").post("order-service", "/orders", two);
    Answer second = ada.withKey("k").post("order-service", "/orders", two);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(stock(1)).isEqualTo(48);
    Answer other = ada.withKey("k").post("order-service", "/orders", two.replace("2}", "3}"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("idempotency-key-reused");
  }

  @Test
  void what_a_contract_says_of_a_key_is_not_made_up_for_other_items() {
    Answer answer =
        ada.withKey("the-key-of-order-3")
            .post("order-service", "/orders", "{\"items\":[{\"productId\":2,\"quantity\":7}]}");
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.body()).contains("contracts/order-service/<your program>/<behaviour>.yml");
  }

  @Test
  void another_user_may_not_see_the_order() {
    String order = ada.order("{\"productId\":1,\"quantity\":5}").location();
    StubCaller grace = ada.as("user-8-token");
    assertThat(grace.get("order-service", order).status()).isEqualTo(403);
    assertThat(grace.post("order-service", order + "/cancellation", "").status()).isEqualTo(403);
    assertThat(grace.get("order-service", "/orders").json().isEmpty()).isTrue();
  }

  @Test
  void the_catalogue_is_filtered_and_paged() {
    Answer page = ada.get("product-service", "/products?minPrice=20&maxPrice=79.99&limit=2");
    assertThat(page.ids()).containsExactly("2", "3");
    String next = page.link().replaceFirst(".*<([^>]+)>.*", "$1");
    assertThat(next).contains("minPrice=20", "maxPrice=79.99", "limit=2");
    next = next.startsWith("?") ? "/products" + next : next;
    assertThat(ada.get("product-service", next).ids()).containsExactly("422", "500");
    assertThat(ada.get("product-service", "/products?category=lighting").ids())
        .containsExactly("101");
    assertThat(ada.get("product-service", "/products/422").body()).contains("\"price\":59.00,");
  }

  @Test
  void a_reservation_is_made_once_repeated_and_released_once() {
    String path = "/stock-reservations/" + UUID.randomUUID();
    String lines = "{\"lines\":[{\"productId\":1,\"quantity\":7}]}";
    assertThat(service.put("product-service", path, lines).status()).isEqualTo(201);
    assertThat(service.put("product-service", path, lines).status()).isEqualTo(200);
    assertThat(service.put("product-service", path, lines.replace("7", "8")).status())
        .isEqualTo(409);
    assertThat(stock(1)).isEqualTo(43);
    assertThat(service.delete("product-service", path).status()).isEqualTo(204);
    assertThat(service.delete("product-service", path).status()).isEqualTo(204);
    assertThat(stock(1)).isEqualTo(50);
    assertThat(service.put("product-service", path, lines).body()).contains("released");
    assertThat(ada.put("product-service", path, lines).status()).isEqualTo(403);
  }

  @Test
  void whoever_registers_can_log_in_and_order() {
    String user = "{\"name\":\"Bo\",\"email\":\"bo@example.com\",\"password\":\"Pass1234!\"}";
    Answer registered = ada.post("user-service", "/auth/register", user);
    assertThat(registered.status()).isEqualTo(201);
    assertThat(ada.post("user-service", "/auth/register", user).status()).isEqualTo(409);
    String login = "{\"email\":\"Bo@example.com\",\"password\":\"Pass1234!\"}";
    Answer token = ada.post("user-service", "/auth/login", login);
    StubCaller bo = ada.as(token.json().get("token").asString());
    assertThat(bo.get("user-service", "/users/me").body()).isEqualTo(registered.body());
    assertThat(bo.order("{\"productId\":1,\"quantity\":1}").json().get("userId"))
        .isEqualTo(registered.json().get("id"));
    assertThat(ada.post("user-service", "/auth/login", login.replace("!", "?")).status())
        .isEqualTo(401);
  }

  @Test
  void an_admin_adds_a_product_and_takes_from_its_stock() {
    StubCaller admin = ada.as("admin-token");
    String chair = "{\"name\":\"Chair\",\"price\":7.5,\"stock\":2,\"category\":\"seats\"}";
    Answer added = admin.post("product-service", "/products", chair);
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body()).contains("\"price\":7.50,");
    assertThat(ada.get("product-service", added.location()).body()).isEqualTo(added.body());
    String stock = added.location() + "/stock";
    assertThat(admin.patch("product-service", stock, "{\"decrement\":2}").body())
        .contains("\"stock\":0,");
    assertThat(admin.patch("product-service", stock, "{\"decrement\":1}").status()).isEqualTo(422);
  }

  @Test
  void a_token_that_cannot_be_one_is_refused() {
    for (String token : new String[] {"any", "a.b", "e30.e30.e30", "expired-token"}) {
      Answer answer = ada.as(token).get("order-service", "/orders");
      assertThat(answer.status()).as(token).isEqualTo(401);
      assertThat(answer.body()).contains("Invalid or expired token");
    }
  }

  @Test
  void a_body_over_the_limit_is_413_whatever_is_in_it() {
    assertThat(ada.post("order-service", "/orders", "x".repeat(70_000)).status()).isEqualTo(413);
  }

  @Test
  void sessions_are_apart_and_can_be_reset() {
    ada.order("{\"productId\":1,\"quantity\":10}");
    StubCaller other = new StubCaller(stubs, "user-7-token", "another");
    assertThat(other.stock(1)).isEqualTo(50);
    assertThat(ada.reset()).isEqualTo(204);
    assertThat(stock(1)).isEqualTo(50);
  }

  private int stock(long product) {
    return ada.stock(product);
  }
}

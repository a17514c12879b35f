package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.contractshop.system.Caller.Response;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole shop over real HTTP. */
@UsesSharedShop
final class ShopIT {
  private final Shop shop;
  private final String adminEmail;
  private final String adminPassword;

  ShopIT(SharedShop.Running running) {
    shop = running.shop();
    adminEmail = running.adminEmail();
    adminPassword = running.adminPassword();
  }

  @Test
  void aCustomerRegistersLogsInBrowsesOrdersAndFindsTheOrderThatNobodyElseSees() {
    String email = Shop.newEmail();
    JsonNode user = shop.register(email).expect(201);
    assertThat(user.get("role").stringValue()).isEqualTo("user");
    assertThat(user.has("password")).isFalse();
    Caller customer = shop.logIn(email);
    assertThat(customer.get(shop.users().resolve("/users/me")).expect(200)).isEqualTo(user);

    JsonNode catalogue =
        Caller.anonymous()
            .get(shop.products().resolve("/products?category=electronics"))
            .expect(200);
    JsonNode keyboard = named(catalogue, "Mechanical Keyboard");
    JsonNode hub = named(catalogue, "USB-C Hub");
    long keyboardId = keyboard.get("id").longValue();
    long hubId = hub.get("id").longValue();
    int keyboards = shop.stock(keyboardId);
    int hubs = shop.stock(hubId);

    JsonNode order = order(customer, line(keyboardId, 2), line(hubId, 1)).expect(201);

    assertThat(order.get("userId")).isEqualTo(user.get("id"));
    assertThat(order.get("status").stringValue()).isEqualTo("confirmed");
    assertThat(order.get("items")).hasSize(2);
    assertThat(order.get("items").get(0).get("name").stringValue())
        .isEqualTo("Mechanical Keyboard");
    assertThat(order.get("items").get(0).get("unitPrice")).isEqualTo(keyboard.get("price"));
    assertThat(order.get("total").decimalValue())
        .isEqualByComparingTo(new BigDecimal("309.97"))
        .isEqualByComparingTo(price(keyboard).multiply(BigDecimal.valueOf(2)).add(price(hub)));
    assertThat(shop.stock(keyboardId)).isEqualTo(keyboards - 2);
    assertThat(shop.stock(hubId)).isEqualTo(hubs - 1);

    URI uri = shop.orders().resolve("/orders/" + order.get("id"));
    assertThat(customer.get(uri).expect(200)).isEqualTo(order);
    assertThat(customer.get(shop.orders().resolve("/orders")).expect(200)).containsExactly(order);

    Caller somebodyElse = shop.newCustomer();
    Response refusal = somebodyElse.get(uri);
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.error()).isEqualTo("Forbidden");
    assertThat(somebodyElse.get(shop.orders().resolve("/orders")).expect(200)).isEmpty();
  }

  @Test
  void anOrderThatIsShortOfOneProductTakesNothing() {
    int mice = shop.stock(3);
    Caller customer = shop.newCustomer();

    Response response = order(customer, line(3, 1), line(2, 1_000_000));

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.error()).isEqualTo("Insufficient stock for product 2");
    assertThat(shop.stock(3)).isEqualTo(mice);
    assertThat(customer.get(shop.orders().resolve("/orders")).expect(200))
        .noneMatch(order -> order.get("status").stringValue().equals("confirmed"));
  }

  @Test
  void whatDoesNotExistIsNamed() {
    Caller customer = shop.newCustomer();

    Response product = order(customer, line(999_999, 1));
    assertThat(product.status()).isEqualTo(422);
    assertThat(product.error()).isEqualTo("Product 999999 not found");

    Response order = customer.get(shop.orders().resolve("/orders/9007199254740991"));
    assertThat(order.status()).isEqualTo(404);
    assertThat(order.error()).isEqualTo("Order not found");
  }

  @Test
  void withoutAValidTokenThereAreNoOrdersAndNoProfile() {
    for (URI uri :
        new URI[] {shop.orders().resolve("/orders"), shop.users().resolve("/users/me")}) {
      Response none = Caller.anonymous().get(uri);
      assertThat(none.status()).isEqualTo(401);
      assertThat(none.error()).isEqualTo("No token provided");

      Response forged = Caller.bearing("eyJhbGciOiJub25lIn0.eyJpZCI6MX0.").get(uri);
      assertThat(forged.status()).isEqualTo(401);
      assertThat(forged.error()).isEqualTo("Invalid or expired token");
    }
  }

  @Test
  void onlyAnAdminAddsProductsAndCustomersOrderThem() {
    assumeTrue(adminEmail != null && adminPassword != null, "ADMIN_EMAIL and ADMIN_PASSWORD");
    String mug = "{\"name\": \"Mug\", \"price\": 7.25, \"stock\": 3, \"category\": \"kitchen\"}";
    URI products = shop.products().resolve("/products");
    Caller customer = shop.newCustomer();

    assertThat(Caller.anonymous().post(products, mug).status()).isEqualTo(401);
    assertThat(customer.post(products, mug).status()).isEqualTo(403);

    JsonNode added = shop.logIn(adminEmail, adminPassword).post(products, mug).expect(201);
    long id = added.get("id").longValue();
    assertThat(shop.product(id).expect(200)).isEqualTo(added);

    JsonNode order = order(customer, line(id, 3)).expect(201);
    assertThat(order.get("total").decimalValue()).isEqualByComparingTo("21.75");
    assertThat(shop.stock(id)).isZero();
  }

  @Test
  void everyServiceTellsThatItIsHealthy() {
    shop.addresses()
        .forEach(
            (service, uri) ->
                assertThat(Caller.anonymous().get(uri.resolve("/health")).expect(200).toString())
                    .isEqualTo("{\"status\":\"ok\",\"service\":\"%s\"}".formatted(service)));
  }

  private Response order(Caller customer, String... lines) {
    return customer.postUntilDecided(
        shop.orders().resolve("/orders"), "{\"items\": [" + String.join(", ", lines) + "]}");
  }

  private static String line(long productId, int quantity) {
    return "{\"productId\": %d, \"quantity\": %d}".formatted(productId, quantity);
  }

  private static BigDecimal price(JsonNode product) {
    return product.get("price").decimalValue();
  }

  private static JsonNode named(JsonNode products, String name) {
    return StreamSupport.stream(products.spliterator(), false)
        .filter(product -> product.get("name").stringValue().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

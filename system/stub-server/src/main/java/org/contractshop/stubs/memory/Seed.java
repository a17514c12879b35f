package org.contractshop.stubs.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The initial data of every session: what the stubs show before anybody changes anything. */
final class Seed {
  private static final String USER = "Bearer user-7-token";
  private static final String SERVICE = "Bearer service-token";

  private final List<Product> products = new ArrayList<>();
  private final Set<Long> soldOut = new HashSet<>();
  private final Set<Long> unreachable = new HashSet<>();
  private final List<ObjectNode> orders = new ArrayList<>();
  private final Set<String> orderKeys = new HashSet<>();
  private final Set<String> productKeys = new HashSet<>();
  private final List<ObjectNode> users = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();

  /** Reads the stubs before they have a memory. */
  static Seed of(Map<String, StubSource> stubs) {
    Seed seed = new Seed();
    if (stubs.containsKey("product-service")) {
      seed.readProducts(stubs.get("product-service"));
    }
    if (stubs.containsKey("order-service")) {
      seed.readOrders(stubs.get("order-service"));
    }
    if (stubs.containsKey("user-service")) {
      seed.readUsers(stubs.get("user-service"));
    }
    return seed;
  }

  Map<String, Memory> memories() {
    Stock stock = new Stock(products, soldOut, unreachable);
    return Map.of(
        "product-service", new ProductMemory(stock, productKeys),
        "order-service", new OrderMemory(stock, orders, orderKeys),
        "user-service", new UserMemory(users, addresses));
  }

  private void readProducts(StubSource stubs) {
    stubs.get("/products", "").body().forEach(json -> products.add(Product.of(json)));
    for (Product product : products) {
      String line = "{\"lines\":[{\"productId\":%d,\"quantity\":1}]}".formatted(product.id());
      int status = stubs.put("/stock-reservations/" + UUID.randomUUID(), SERVICE, line).status();
      if (status == 422 && product.stock() > 0) {
        soldOut.add(product.id());
      }
      if (status == 0 || status == 503) {
        unreachable.add(product.id());
      }
    }
    readKeys(stubs, productKeys);
  }

  private void readOrders(StubSource stubs) {
    stubs.get("/orders", USER).body().forEach(json -> orders.add((ObjectNode) json));
    readKeys(stubs, orderKeys);
  }

  private static void readKeys(StubSource stubs, Set<String> keys) {
    for (JsonNode mapping : stubs.mappings()) {
      String key = mapping.at("/request/headers/Idempotency-Key/equalTo").asString("");
      if (!key.isEmpty() && !key.startsWith("a-new-key")) {
        keys.add(key);
      }
    }
  }

  private void readUsers(StubSource stubs) {
    Map<Long, ObjectNode> found = new TreeMap<>();
    Set<String> registered = new HashSet<>();
    for (JsonNode mapping : stubs.mappings()) {
      boolean succeeds = mapping.at("/response/status").asInt() == 200;
      String url = mapping.at("/request/urlPath").asString("");
      if (succeeds && url.matches("/users/\\d+")) {
        JsonNode user = stubs.get(url, SERVICE).body();
        found.put(user.get("id").asLong(), (ObjectNode) user);
      }
      if (succeeds && url.equals("/auth/login")) {
        addresses.add(address(mapping));
      }
      if (mapping.at("/response/status").asInt() == 201 && url.equals("/auth/register")) {
        registered.add(address(mapping));
      }
    }
    addresses.removeAll(registered); // users who register in a contract do not exist before
    users.addAll(found.values());
  }

  /** The e-mail address in the request of a contract. */
  private static String address(JsonNode mapping) {
    JsonNode body = StubSource.json(mapping.at("/request/bodyPatterns/0/equalToJson").asString());
    return body.get("email").asString().toLowerCase(Locale.ROOT);
  }
}

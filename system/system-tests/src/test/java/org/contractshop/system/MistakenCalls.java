package org.contractshop.system;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Calls that the services refuse. */
final class MistakenCalls {
  private static final List<String> IDS = List.of("0", "abc", "-1", "1.5", "9007199254740991");
  private static final List<String> QUERIES =
      List.of(
          "limit=0",
          "limit=101",
          "limit=abc",
          "minPrice=-1",
          "minPrice=abc",
          "maxPrice=1.999",
          "after=x",
          "unknown=1",
          "minPrice=5&maxPrice=1",
          "category=");
  private static final List<String> TOKENS = List.of("", "x", "a.b.c", "e30.e30.e30");
  private static final List<String> ORDERS =
      List.of(
          "{}",
          "{\"items\":[]}",
          "{\"items\":null}",
          "{\"items\":{}}",
          "[]",
          "{",
          "\"text\"",
          "{\"items\":[{\"productId\":%s}]}",
          "{\"items\":[{\"productId\":%s,\"quantity\":0}]}",
          "{\"items\":[{\"productId\":%s,\"quantity\":-3}]}",
          "{\"items\":[{\"productId\":%s,\"quantity\":0.5}]}",
          "{\"items\":[{\"productId\":%s,\"quantity\":\"2\"}]}",
          "{\"items\":[{\"productId\":%s,\"quantity\":true}]}",
          "{\"items\":[{\"productId\":%s,\"quantity\":2147483648}]}",
          "{\"items\":[{\"productId\":%s,\"quantity\":1,\"gift\":true}]}",
          "{\"items\":[{\"productId\":0,\"quantity\":1}]}",
          "{\"items\":[{\"productId\":0,\"quantity\":0},{\"productId\":-1,\"quantity\":0}]}",
          "{\"items\":[{\"productId\":%s,\"quantity\":1}],\"total\":1}");
  private static final List<String> PRODUCTS =
      List.of(
          "{\"name\":\"A\",\"price\":1.999,\"stock\":1,\"category\":\"c\"}",
          "{\"name\":\"A\",\"price\":-1,\"stock\":1,\"category\":\"c\"}",
          "{\"name\":\"A\",\"price\":\"1\",\"stock\":1,\"category\":\"c\"}",
          "{\"name\":\"\",\"price\":1,\"stock\":-1,\"category\":\"\"}",
          "{\"name\":\"A\",\"price\":1,\"stock\":1.5,\"category\":\"c\"}",
          "{\"name\":\"A\",\"price\":1,\"stock\":1}",
          "{\"name\":\"A\",\"price\":1,\"stock\":1,\"category\":\"c\",\"id\":7}");
  private static final List<String> DECREMENTS =
      List.of("{\"decrement\":0}", "{\"decrement\":1.5}", "{\"decrement\":\"1\"}", "{}", "[1]");
  private static final List<String> REGISTRATIONS =
      List.of(
          "{\"name\":\"A\",\"email\":\"nobody\",\"password\":\"Pass1234!\"}",
          "{\"name\":\"A\",\"email\":\"a@example.com\",\"password\":\"short\"}",
          "{\"name\":\"A\",\"email\":\"a@example.com\"}",
          "{\"name\":\"\",\"email\":\"\",\"password\":\"\"}",
          "{\"name\":\"A\",\"email\":\"a@example.com\",\"password\":12345678}",
          "{\"name\":\"A\",\"email\":\"a@example.com\",\"password\":\"Pass1234!\",\"role\":\"admin\"}");
  private static final List<String> LOGINS =
      List.of(
          "{\"email\":\"a@example.com\"}",
          "{\"email\":7,\"password\":\"Pass1234!\"}",
          "{\"email\":\"\",\"password\":\"\"}");

  private final Random random;
  private final String run;

  MistakenCalls(Random random, String run) {
    this.random = random;
    this.run = run;
  }

  Step next(String caller, String product) {
    return switch (random.nextInt(12)) {
      case 0 -> post("order-service", "/orders", caller, any(ORDERS).formatted(product));
      case 1 -> post("product-service", "/products", "admin", any(PRODUCTS));
      case 2 ->
          Step.send(
              "product-service",
              "PATCH",
              "/products/" + product + "/stock",
              "admin",
              any(DECREMENTS));
      case 3 -> post("user-service", "/auth/register", "", any(REGISTRATIONS));
      case 4 -> post("user-service", "/auth/login", "", any(LOGINS));
      case 5 -> Step.get("product-service", "/products?" + any(QUERIES), "");
      case 6 -> Step.get("product-service", "/products/" + any(IDS), "");
      case 7 -> Step.get("order-service", "/orders/" + any(IDS), caller);
      case 8 ->
          random.nextBoolean()
              ? Step.get("order-service", "/orders", any(TOKENS))
              : Step.get("user-service", "/users/me", any(TOKENS));
      case 9 -> post("product-service", "/products", caller, any(PRODUCTS));
      case 10 -> Step.get("order-service", "/orders?" + any(QUERIES), caller);
      default -> odd(caller, product);
    };
  }

  private Step odd(String caller, String product) {
    String order = "{\"items\":[{\"productId\":" + product + ",\"quantity\":1}]}";
    return switch (random.nextInt(7)) {
      case 0 -> Step.get("product-service", "/products/" + product, "").with("Accept", "text/xml");
      case 1 ->
          new Step(
              "order-service",
              "POST",
              "/orders",
              caller,
              Map.of("Content-Type", "text/plain"),
              order);
      case 2 -> post("order-service", "/orders", caller, " ".repeat(70_000) + order);
      case 3 -> Step.get("order-service", "/nothing", caller);
      case 4 -> new Step("product-service", "DELETE", "/products", "admin", Map.of(), "");
      case 5 ->
          post("order-service", "/orders", caller, order).with("Idempotency-Key", "k".repeat(300));
      default -> Step.get("product-service", "/products?category=no-" + run, "");
    };
  }

  private static Step post(String service, String path, String caller, String body) {
    return Step.send(service, "POST", path, caller, body);
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}

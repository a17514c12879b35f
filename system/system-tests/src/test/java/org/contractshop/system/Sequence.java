package org.contractshop.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calls of some customers and an admin, in a random order that the seed decides. */
final class Sequence {
  private static final String USERS = "user-service";
  private static final String PRODUCTS = "product-service";
  private static final String ORDERS = "order-service";
  private static final List<String> PRICES = List.of("129.99", "0.01", "59", "7.5");
  private static final String PASSWORD = "Pass1234!";

  private final Random random;
  private final String run;
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> customers = new ArrayList<>();
  private final List<Integer> products = new ArrayList<>();
  private final List<Integer> orders = new ArrayList<>();
  private final List<Integer> lists = new ArrayList<>();
  private Step lastOrder;

  /**
   * @param run tells the addresses and the category of this run from those of others
   */
  Sequence(long seed, String run) {
    this.random = new Random(seed);
    this.run = run;
  }

  List<Step> steps(int length) {
    for (int i = 0; i < 3; i++) {
      add(register(email(i)));
      customers.add(add(logIn(email(i), PASSWORD)));
    }
    for (String price : PRICES) {
      products.add(add(product(price, random.nextInt(60))));
    }
    MistakenCalls mistakes = new MistakenCalls(random, run);
    while (steps.size() < length) {
      switch (random.nextInt(12)) {
        case 0, 1 -> orders.add(add(order()));
        case 2 -> add(again());
        case 3 -> add(Step.get(ORDERS, "/orders/{order " + any(orders) + "}", customer()));
        case 4 -> add(cancel());
        case 5 -> add(history());
        case 6 -> add(catalogue());
        case 7 -> add(Step.get(PRODUCTS, "/products/{product " + any(products) + "}", ""));
        case 8 -> add(people());
        case 9 -> add(decrement());
        default -> add(mistakes.next(customer(), "{product " + any(products) + "}"));
      }
    }
    return steps;
  }

  private int add(Step step) {
    steps.add(step);
    return steps.size() - 1;
  }

  private Step register(String email) {
    return json(
        USERS,
        "/auth/register",
        "",
        "{\"name\":\"Ada\",\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}");
  }

  private Step logIn(String email, String password) {
    return json(
        USERS,
        "/auth/login",
        "",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  private Step product(String price, int stock) {
    return json(
        PRODUCTS,
        "/products",
        "admin",
        "{\"name\":\"Thing %d\",\"price\":%s,\"stock\":%d,\"category\":\"%s\"}"
            .formatted(steps.size(), price, stock, run));
  }

  private Step order() {
    String lines =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(
                i ->
                    "{\"productId\":%s,\"quantity\":%d}"
                        .formatted(
                            random.nextInt(20) == 0 ? "999999" : "{product " + any(products) + "}",
                            1 + random.nextInt(12)))
            .collect(Collectors.joining(","));
    lastOrder =
        json(ORDERS, "/orders", customer(), "{\"items\":[" + lines + "]}")
            .with("Idempotency-Key", UUID.nameUUIDFromBytes((run + steps.size()).getBytes()) + "");
    return lastOrder;
  }

  /** The last order with its key, or another order with that key. */
  private Step again() {
    if (lastOrder == null) {
      return history();
    }
    return random.nextBoolean()
        ? lastOrder
        : Step.send(
                ORDERS,
                "POST",
                "/orders",
                lastOrder.caller(),
                lastOrder.body().replaceFirst("quantity\":\\d+", "quantity\":59"))
            .with("Idempotency-Key", lastOrder.headers().get("Idempotency-Key"));
  }

  private Step cancel() {
    String path = "/orders/{order " + any(orders) + "}/cancellation";
    return new Step(ORDERS, "POST", path, customer(), Map.of(), "");
  }

  private Step history() {
    return listed(ORDERS, random.nextBoolean() ? "/orders" : "/orders?limit=2", customer());
  }

  private Step catalogue() {
    String filter =
        List.of("", "&minPrice=7.50", "&maxPrice=59", "&minPrice=0.01&maxPrice=100.5", "&limit=1")
            .get(random.nextInt(5));
    return listed(PRODUCTS, "/products?category=" + run + filter, "");
  }

  /** A list, or the page after one that was read before. */
  private Step listed(String service, String path, String caller) {
    List<Integer> before =
        lists.stream().filter(number -> steps.get(number).service().equals(service)).toList();
    Step step =
        before.isEmpty() || random.nextInt(3) > 0
            ? Step.get(service, path, caller)
            : Step.get(service, "{link " + any(before) + "}", steps.get(before.get(0)).caller());
    lists.add(steps.size());
    return step;
  }

  private Step people() {
    int i = random.nextInt(3);
    return switch (random.nextInt(5)) {
      case 0 -> register(email(i).toUpperCase(Locale.ROOT));
      case 1 -> logIn(email(i), "wrong" + PASSWORD);
      case 2 -> Step.get(USERS, "/users/{user " + 2 * i + "}", customer());
      case 3 -> Step.get(USERS, "/users/{user " + 2 * i + "}", "admin");
      default -> Step.get(USERS, "/users/me", customer());
    };
  }

  private Step decrement() {
    return Step.send(
        PRODUCTS,
        "PATCH",
        "/products/{product " + any(products) + "}/stock",
        "admin",
        "{\"decrement\":" + (1 + random.nextInt(20)) + "}");
  }

  private static Step json(String service, String path, String caller, String body) {
    return Step.send(service, "POST", path, caller, body);
  }

  private String email(int customer) {
    return "customer-" + customer + "-" + run + "@example.com";
  }

  private String customer() {
    return String.valueOf(any(customers));
  }

  private int any(List<Integer> numbers) {
    return numbers.isEmpty() ? -1 : numbers.get(random.nextInt(numbers.size()));
  }
}

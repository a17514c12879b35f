package org.contractshop.system;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Requests;
import org.contractshop.system.load.Tally;

/** Shows that no operation slows down as the number of users, products and orders grows. */
final class ScaleProgram {
  static final Map<String, String> DEFAULTS =
      Map.of("sizes", "100,10000,1000000", "seconds", "3", "warm-up", "10");

  private static final int PAGE = 100;
  private static final double MOST_GROWTH = 1.5;
  private static final double NOISE_MILLIS = 0.5;

  private final Map<String, List<Double>> medians = new LinkedHashMap<>();
  private final PreparedShop shop;
  private final Duration duration;

  private ScaleProgram(PreparedShop shop, Duration duration) {
    this.shop = shop;
    this.duration = duration;
  }

  static boolean run(Options options) throws IOException, SQLException {
    Duration duration = Duration.ofSeconds(options.number("seconds"));
    Duration warmUp = Duration.ofSeconds(options.number("warm-up"));
    List<Integer> sizes =
        List.of(options.get("sizes").split(",")).stream().map(Integer::valueOf).toList();
    try (PreparedShop shop = PreparedShop.create(Map.of());
        ShopSystem system = shop.start();
        LoadGenerator generator = new LoadGenerator(16)) {
      ScaleProgram program = new ScaleProgram(shop, duration);
      generator.closedLoop(16, warmUp, shop.ordersOfTwo());
      int rows = 0;
      for (int size : sizes) {
        Seed.fill(system, rows + 1, size, shop.customer());
        rows = size;
        program.measure(generator);
      }
      return program.print(sizes);
    }
  }

  private void measure(LoadGenerator generator) {
    operations()
        .forEach(
            (name, requests) -> {
              generator.closedLoop(1, duration.dividedBy(3), requests);
              Tally tally = generator.closedLoop(1, duration, requests);
              double median = tally.good() == tally.requests() ? tally.percentile(50) : Double.NaN;
              medians.computeIfAbsent(name, any -> new ArrayList<>()).add(median);
            });
  }

  private Map<String, Requests> operations() {
    Shop at = shop.addresses();
    Map<String, Requests> all = new LinkedHashMap<>();
    all.put("GET /users/me", get(at.users().resolve("/users/me")));
    all.put("POST /auth/login", number -> shop.login());
    all.put("GET /products/{id}", get(at.products().resolve("/products/1")));
    pages(all, "GET /products", at.products().resolve("/products?limit=20"));
    pages(all, "GET /products?category", at.products().resolve("/products?category=category-7"));
    all.put(
        "GET /products?minPrice, none", get(at.products().resolve("/products?minPrice=999999")));
    pages(all, "GET /orders", at.orders().resolve("/orders?limit=20"));
    all.put("POST /orders", shop.ordersOfTwo());
    return all;
  }

  private void pages(Map<String, Requests> all, String name, URI first) {
    URI page = first;
    Caller customer = Caller.bearing(shop.tokens().get(0));
    for (int number = 1; number < PAGE; number++) {
      URI next = customer.get(page).next();
      if (next == null) {
        break;
      }
      page = next;
    }
    all.put(name + ", first page", get(first));
    all.put(name + ", page " + PAGE, get(page));
  }

  private Requests get(URI uri) {
    Request request = Request.get(uri, shop.tokens().get(0));
    return number -> request;
  }

  private boolean print(List<Integer> sizes) {
    boolean good = true;
    System.out.printf("%n  %-36s", "median in ms, at rows");
    sizes.forEach(size -> System.out.printf("%,12d", size));
    System.out.println();
    for (Map.Entry<String, List<Double>> one : medians.entrySet()) {
      double first = one.getValue().get(0);
      double last = one.getValue().get(sizes.size() - 1);
      boolean flat = last <= first * MOST_GROWTH + NOISE_MILLIS;
      good &= flat;
      System.out.printf("  %-36s", one.getKey());
      one.getValue().forEach(median -> System.out.printf("%12.2f", median));
      System.out.println(flat ? "" : "  GROWS");
    }
    return good;
  }
}

package org.contractshop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Requests;
import org.contractshop.system.load.Tally;

/**
 * Measures each operation of the running system and, in the same run, the limits of this machine:
 * an empty endpoint of a bare server, and the SQL of an order without HTTP.
 */
final class BenchmarkProgram {
  static final Map<String, String> DEFAULTS =
      Map.of(
          "warm-up", "30",
          "window", "5",
          "windows", "8",
          "starts", "3",
          "only", ".*",
          "options", "production",
          "write", "no");

  /** The largest first, so that the code is compiled by the time a single caller is measured. */
  private static final int[] CALLERS = {64, 16, 1};

  private static final int POOL = 10;
  private static final double AGREEMENT = 0.05;
  private static final String ORDER_OF_TWO = "POST /orders, 2 items";

  private final Options options;
  private final PreparedShop shop;
  private final Duration window;
  private final BenchmarkTable table = new BenchmarkTable();

  private BenchmarkProgram(Options options, PreparedShop shop) {
    this.options = options;
    this.shop = shop;
    this.window = Duration.ofSeconds(options.number("window"));
  }

  static boolean run(Options options) throws IOException {
    try (PreparedShop shop = PreparedShop.create(JavaOptions.environment(options.get("options")))) {
      new BenchmarkProgram(options, shop).run();
      return true;
    }
  }

  private void run() throws IOException {
    List<Double> starts = new ArrayList<>();
    for (int i = 1; i < options.number("starts"); i++) {
      starts.add(secondsToReady().seconds());
    }
    Started started = secondsToReady(true);
    starts.add(started.seconds());
    try (ShopSystem system = started.system();
        LoadGenerator generator = new LoadGenerator(CALLERS[0])) {
      limits(generator, system);
      operations().forEach((name, requests) -> measure(generator, system, name, requests));
      openLoop(generator, system);
      table.memory(ProcessUse.of(system));
    }
    table.starts(starts);
    table.conditions(JavaOptions.of(options.get("options")), window);
    System.out.println(table.markdown());
    if (options.get("write").equals("yes")) {
      BenchmarkTable.write(shop.settings().repository(), table.markdown());
    }
  }

  private record Started(ShopSystem system, double seconds) {}

  private Started secondsToReady() {
    return secondsToReady(false);
  }

  private Started secondsToReady(boolean keep) {
    long start = System.nanoTime();
    ShopSystem system = shop.start();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!keep) {
      system.close();
    }
    return new Started(system, seconds);
  }

  private Map<String, Requests> operations() {
    Shop at = shop.addresses();
    String token = shop.tokens().get(0);
    long hot = shop.products().get(0);
    Map<String, Requests> all = new LinkedHashMap<>();
    all.put("GET /health", same(Request.get(at.orders().resolve("/health"), null)));
    List<Request> products =
        shop.products().stream()
            .map(id -> Request.get(at.products().resolve("/products/" + id), null))
            .toList();
    all.put("GET /products/{id}", number -> products.get((int) (number % products.size())));
    all.put("GET /products (19)", same(Request.get(at.products().resolve("/products"), null)));
    all.put("GET /users/me", same(Request.get(at.users().resolve("/users/me"), token)));
    all.put("POST /orders, 1 item", shop.ordersOf(shop.products().get(1)));
    all.put(ORDER_OF_TWO, shop.ordersOfTwo());
    all.put("POST /orders, hot product", shop.ordersOf(hot));
    all.put("GET /orders (50)", same(Request.get(at.orders().resolve("/orders?limit=50"), token)));
    all.put("POST /auth/login", same(shop.login()));
    all.keySet().removeIf(name -> !name.matches(options.get("only")));
    return all;
  }

  private static Requests same(Request request) {
    return number -> request;
  }

  private void limits(LoadGenerator generator, ShopSystem system) throws IOException {
    List<String> javaOptions = shop.settings().javaOptions();
    try (BareServer server = BareServer.start(javaOptions)) {
      for (int callers : CALLERS) {
        Tally tally =
            agreeing(
                () -> generator.closedLoop(callers, window, same(Request.get(server.url(), null))));
        table.limit("HTTP", callers, tally.goodPerSecond());
      }
    }
    SqlLimit sql = new SqlLimit(system, shop.products());
    for (int callers : CALLERS) {
      table.limit("SQL of a read", callers, sql.reads(Math.min(callers, POOL), window));
      table.limit("SQL of an order", callers, sql.orders(Math.min(callers, POOL), window));
    }
  }

  private void measure(LoadGenerator generator, ShopSystem system, String name, Requests requests) {
    // With more callers than these, the compiler would have to wait for a processor.
    generator.closedLoop(CALLERS[1], Duration.ofSeconds(options.number("warm-up")), requests);
    for (int callers : CALLERS) {
      long[] generatorUse = new long[1];
      List<Map<String, ProcessUse>> use = new ArrayList<>();
      Tally tally =
          agreeing(
              () -> {
                use.clear();
                use.add(ProcessUse.of(system));
                generatorUse[0] = ProcessUse.ofThisProcess();
                Tally one = generator.closedLoop(callers, window, requests);
                use.add(ProcessUse.of(system));
                generatorUse[0] = ProcessUse.ofThisProcess() - generatorUse[0];
                return one;
              });
      table.row(name, Integer.toString(callers), tally, use.get(0), use.get(1), generatorUse[0]);
    }
  }

  /** Half the throughput of 64 callers, at a fixed rate: latencies as customers see them. */
  private void openLoop(LoadGenerator generator, ShopSystem system) {
    int rate = (int) (table.perSecond(ORDER_OF_TWO, CALLERS[0]) / 2);
    if (rate > 0) {
      Map<String, ProcessUse> before = ProcessUse.of(system);
      long own = ProcessUse.ofThisProcess();
      Tally tally = generator.openLoop(rate, window.multipliedBy(2), shop.ordersOfTwo());
      own = ProcessUse.ofThisProcess() - own;
      table.row(
          ORDER_OF_TWO,
          "%,d/s open loop".formatted(rate),
          tally,
          before,
          ProcessUse.of(system),
          own);
    }
  }

  /** Repeats until two consecutive windows agree: the compiler needs time. */
  private Tally agreeing(Supplier<Tally> load) {
    Tally last = null;
    for (int i = 0; i < options.number("windows"); i++) {
      Tally next = load.get();
      if (last != null) {
        double ratio = next.goodPerSecond() / Math.max(1, last.goodPerSecond());
        if (Math.abs(ratio - 1) <= AGREEMENT) {
          return next;
        }
      }
      last = next;
    }
    return Objects.requireNonNull(last);
  }
}

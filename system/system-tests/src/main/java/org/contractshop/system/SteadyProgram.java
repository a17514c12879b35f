package org.contractshop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Tally;

/**
 * Shows that the system serves what it accepts from the first second: under load right after a
 * start, when everybody wants the last items at once, and right after that; cold and warm.
 */
final class SteadyProgram {
  static final Map<String, String> DEFAULTS =
      Map.of("runs", "3", "warm-up", "60", "seconds", "10", "options", "all");

  private static final int CALLERS = 64;
  private static final int RUSH = 200;
  private static final int STOCK = 30;
  private static final int AFTER_THE_RUSH = 60;
  private static final Duration RUSH_LIMIT_COLD = Duration.ofSeconds(3);
  private static final Duration RUSH_LIMIT_WARM = Duration.ofSeconds(1);

  private final int runs;
  private final Duration load;
  private final Duration warmUp;
  private boolean good = true;

  SteadyProgram(Options options) {
    runs = options.number("runs");
    load = Duration.ofSeconds(options.number("seconds"));
    warmUp = Duration.ofSeconds(options.number("warm-up"));
  }

  static boolean run(Options options) throws IOException {
    SteadyProgram program = new SteadyProgram(options);
    String choice = options.get("options");
    for (String one : choice.equals("all") ? List.of("run", "production") : List.of(choice)) {
      System.out.printf(
          "%nJVM options: %s%n%n  %-4s %-5s %-32s %-44s %9s %9s%n",
          JavaOptions.of(one), "run", "state", "work", "responses", "took s", "p99 ms");
      try (PreparedShop shop = PreparedShop.create(JavaOptions.environment(one))) {
        for (int run = 1; run <= program.runs; run++) {
          program.run(shop, run);
        }
      }
    }
    return program.good;
  }

  private void run(PreparedShop shop, int run) {
    long last;
    try (ShopSystem system = shop.start();
        LoadGenerator generator = new LoadGenerator(RUSH)) {
      load(generator, shop, run, "cold");
      generator.closedLoop(CALLERS, warmUp, shop.ordersOfTwo());
      load(generator, shop, run, "warm");
      rush(generator, shop, shop.addresses().newProduct(system.secrets(), STOCK), run, "warm");
      last = shop.addresses().newProduct(system.secrets(), STOCK);
    }
    try (ShopSystem system = shop.start();
        LoadGenerator generator = new LoadGenerator(RUSH)) {
      rush(generator, shop, last, run, "cold");
    }
  }

  private void load(LoadGenerator generator, PreparedShop shop, int run, String state) {
    Tally tally = generator.closedLoop(CALLERS, load, shop.ordersOfTwo());
    String work = "%d callers order for %d s".formatted(CALLERS, load.toSeconds());
    print(run, state, work, tally, tally.good() == tally.requests());
  }

  private void rush(LoadGenerator generator, PreparedShop shop, long last, int run, String state) {
    Tally rush = generator.burst(RUSH, shop.ordersOf(last));
    int left = shop.addresses().stock(last);
    Duration limit = state.equals("cold") ? RUSH_LIMIT_COLD : RUSH_LIMIT_WARM;
    boolean exact = rush.count(201) == STOCK && rush.count(422) == RUSH - STOCK && left == 0;
    String work = "%d orders at once, stock %d".formatted(RUSH, STOCK);
    print(run, state, work, rush, exact && rush.took().compareTo(limit) <= 0);

    Tally after = generator.burst(AFTER_THE_RUSH, shop.ordersOfTwo());
    work = "%d orders right after it".formatted(AFTER_THE_RUSH);
    print(run, state, work, after, after.count(201) == AFTER_THE_RUSH);
  }

  private void print(int run, String state, String work, Tally tally, boolean asPromised) {
    good &= asPromised;
    System.out.printf(
        "  %-4d %-5s %-32s %-44s %9.2f %9.0f  %s%n",
        run,
        state,
        work,
        tally.statuses(),
        tally.took().toMillis() / 1_000.0,
        tally.percentile(99),
        asPromised ? "" : "MISSED");
  }
}

package org.contractshop.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractshop.launcher.Folders;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.launcher.Waiting;
import org.contractshop.system.RunRecord.CustomerRecord;
import org.contractshop.testing.FaultProxy;
import org.contractshop.testing.FaultProxy.Fault;

/**
 * Lets customers order while processes are killed and the network misbehaves, waits until
 * everything is settled, and checks that all promises were kept. Run it by {@code ./run faults
 * seed=1}.
 */
final class FaultProgram {
  static final Map<String, String> DEFAULTS = Map.of("seed", "1", "kills", "50", "seconds", "600");

  private static final int SHOPPERS = 8;
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);

  /**
   * Plenty of some products, so that orders succeed; few of others, so that customers compete for
   * them.
   */
  private static final int[] STOCK = {1_000_000_000, 1_000_000_000, 1_000_000_000, 500, 60};

  private final long seed;
  private final int kills;
  private final Duration limit;

  FaultProgram(long seed, int kills, Duration limit) {
    this.seed = seed;
    this.kills = kills;
    this.limit = limit;
  }

  static boolean run(Options options) throws IOException, InterruptedException {
    Duration limit = Duration.ofSeconds(options.number("seconds"));
    Report report = new FaultProgram(options.number("seed"), options.number("kills"), limit).run();
    System.out.println(report);
    return report.isGood();
  }

  Report run() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("shop-faults");
    Settings settings = Settings.onFreePorts(data).with(Service.USER, Shop.UNTHROTTLED);
    boolean good = false;
    try (FaultProxy network = new FaultProxy(settings.ports().get(Service.PRODUCT));
        ShopSystem system =
            new ShopSystem(
                settings.with(Service.ORDER, Map.of(Service.PRODUCT.urlVariable(), network.url())),
                line -> {})) {
      system.start();
      List<String> badStarts = new FirstStarts(system, seed).crash(kills / 5);
      Report report = sabotage(system, network, badStarts);
      good = report.isGood();
      return report;
    } finally {
      if (good) {
        Folders.delete(data);
      } else {
        System.out.println("The logs of the failed run are in " + data.resolve("logs"));
      }
    }
  }

  private Report sabotage(ShopSystem system, FaultProxy network, List<String> badStarts)
      throws IOException, InterruptedException {
    Shop shop = Shop.of(system.settings());
    Map<Long, Long> initial = new TreeMap<>();
    for (int stock : STOCK) {
      initial.put(shop.newProduct(system.secrets(), stock), (long) stock);
    }
    ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    Confirmations confirmed = new Confirmations();
    List<Shopper> shoppers = new ArrayList<>();
    for (int i = 0; i < SHOPPERS; i++) {
      String token = shop.newCustomer().token();
      List<Long> products = List.copyOf(initial.keySet());
      shoppers.add(
          new Shopper(shop.orders(), token, products, seed * 1_000 + i, counts, confirmed));
    }
    List<Thread> threads = new ArrayList<>(shoppers.stream().map(Thread::new).toList());
    StockReader reader = new StockReader(shop);
    threads.add(new Thread(reader));
    threads.forEach(Thread::start);

    Saboteur saboteur = new Saboteur(system, network, confirmed, seed);
    long start = System.nanoTime();
    try {
      saboteur.run(kills, limit);
    } finally {
      shoppers.forEach(Shopper::stop);
      reader.stop();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    Duration ran = Duration.ofNanos(System.nanoTime() - start);

    long settling = System.nanoTime();
    RunRecord record = settled(shop, shoppers, initial, reader);
    return new Report(
        seed,
        kills,
        ran,
        Duration.ofNanos(System.nanoTime() - settling),
        badStarts,
        saboteur,
        confirmed.count(),
        faults(network),
        new TreeMap<>(counts),
        record);
  }

  /** Repeats until all invariants hold, or time is up. */
  private static RunRecord settled(
      Shop shop, List<Shopper> shoppers, Map<Long, Long> initial, StockReader reader)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + SETTLE_LIMIT.toNanos();
    while (true) {
      List<CustomerRecord> customers = new ArrayList<>();
      for (Shopper shopper : shoppers) {
        customers.add(new CustomerRecord(shopper.intents(), shopper.history()));
      }
      Map<Long, Long> left = new TreeMap<>();
      for (long product : initial.keySet()) {
        left.put(product, (long) shop.stock(product));
      }
      RunRecord record = new RunRecord(initial, left, customers, reader.reads(), reader.least());
      if (HistoryChecker.holds(HistoryChecker.check(record)) || System.nanoTime() > end) {
        return record;
      }
      Waiting.until(Duration.ofMillis(500), () -> false);
    }
  }

  private static Map<String, Integer> faults(FaultProxy network) {
    Map<String, Integer> requests = new TreeMap<>();
    for (Fault fault : Fault.values()) {
      if (fault != Fault.NONE) {
        requests.put(fault.name(), network.requests(fault));
      }
    }
    return requests;
  }
}

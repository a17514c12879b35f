package org.contractshop.system;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.contractshop.launcher.Waiting;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Requests;
import org.contractshop.system.load.Tally;

/** Callers who keep ordering one product, and read from each service. */
final class OrderingCallers implements AutoCloseable {
  private static final int STOCK = 1_000_000_000;
  private static final int CUSTOMERS = 8;
  private static final Duration SLICE = Duration.ofMillis(500);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final int callers;
  private final Machines machines;
  private final Shop shop;
  private final long product;
  private final Requests requests;
  private final LoadGenerator generator;
  private final AtomicLong created = new AtomicLong();

  OrderingCallers(int callers, Machines machines) {
    this.callers = callers;
    this.machines = machines;
    shop = machines.shop();
    product = shop.newProduct(machines.system().secrets(), STOCK);
    requests = requests(Stream.generate(shop::newCustomer).limit(CUSTOMERS).toList());
    generator = new LoadGenerator(callers);
  }

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Continues until the work is done. */
  Load during(Work work) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<List<Tally>> load =
        CompletableFuture.supplyAsync(
            () -> {
              List<Tally> slices = new ArrayList<>();
              while (!done.get()) {
                slices.add(generator.closedLoop(callers, SLICE, requests));
              }
              return slices;
            });
    try {
      work.run();
    } finally {
      done.set(true);
    }
    Load seen = new Load(load.join());
    created.addAndGet(seen.slices().stream().mapToLong(slice -> slice.count(201)).sum());
    return seen;
  }

  /** Whether stock and orders add up, and nothing was oversold. */
  void check(Verdicts verdicts) {
    long[] sold = {0};
    boolean settled =
        Waiting.until(
            LIMIT,
            () -> {
              sold[0] = OutageProgram.sold(machines.system(), product);
              return shop.stock(product) + sold[0] == STOCK;
            });
    verdicts.add(
        "stock + confirmed quantities = initial stock, after 60 s at the latest",
        "%,d + %,d".formatted(shop.stock(product), sold[0]),
        settled);
    verdicts.add(
        "every acknowledged order is confirmed",
        "%,d x 201".formatted(created.get()),
        sold[0] >= created.get());
  }

  private Requests requests(List<Caller> customers) {
    String order = "{\"items\":[{\"productId\":%d,\"quantity\":1}]}".formatted(product);
    URI orders = shop.orders().resolve("/orders");
    return number -> {
      String token = customers.get((int) (number / 4 % customers.size())).token();
      return switch ((int) (number % 4)) {
        case 0 -> Request.get(shop.users().resolve("/users/me"), token);
        case 1 -> Request.get(shop.products().resolve("/products/" + product), token);
        default -> Request.post(orders, token, order);
      };
    };
  }

  @Override
  public void close() {
    generator.close();
  }
}

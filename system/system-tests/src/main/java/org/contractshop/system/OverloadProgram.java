package org.contractshop.system;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Request;
import org.contractshop.system.load.Tally;

/**
 * Sends five times as many orders as the system can place, while others browse. The system must
 * place about as many as it can, refuse the rest at once, and recover right afterwards.
 */
final class OverloadProgram {
  static final Map<String, String> DEFAULTS =
      Map.of("seconds", "30", "warm-up", "30", "factor", "5", "options", "run");

  private static final int CALLERS = 64;
  private static final int CONNECTIONS = 2_000;
  private static final Duration PEAK = Duration.ofSeconds(10);
  private static final Duration BACK_TO_NORMAL = Duration.ofSeconds(5);
  private static final double LEAST_GOODPUT = 0.8;
  private static final int SLOWER_AT_MOST = 2;
  private static final int MEGABYTES_MORE = 100;

  private final Verdicts verdicts = new Verdicts();
  private final PreparedShop shop;
  private final Options options;

  private OverloadProgram(PreparedShop shop, Options options) {
    this.shop = shop;
    this.options = options;
  }

  static boolean run(Options options) throws IOException {
    try (PreparedShop shop = PreparedShop.create(JavaOptions.environment(options.get("options")));
        ShopSystem system = shop.start()) {
      return new OverloadProgram(shop, options).run(system);
    }
  }

  private boolean run(ShopSystem system) throws IOException {
    try (LoadGenerator orders = new LoadGenerator(CONNECTIONS);
        LoadGenerator others = new LoadGenerator(CALLERS)) {
      Bystanders bystanders = new Bystanders(shop);
      orders.closedLoop(CALLERS, Duration.ofSeconds(options.number("warm-up")), shop.ordersOfTwo());

      CompletableFuture<Map<String, Tally>> control =
          CompletableFuture.supplyAsync(() -> bystanders.run(others, PEAK));
      Tally peak = orders.closedLoop(CALLERS, PEAK, shop.ordersOfTwo());
      Map<String, Tally> usual = control.join();
      Map<String, ProcessUse> before = ProcessUse.of(system);
      long ownBefore = ProcessUse.ofThisProcess();

      // The callers connect before they all start to order.
      Request health = Request.get(shop.addresses().orders().resolve("/health"), null);
      orders.burst(CONNECTIONS, number -> health);

      Duration duration = Duration.ofSeconds(options.number("seconds"));
      int rate = (int) (peak.goodPerSecond() * options.number("factor"));
      CompletableFuture<Map<String, Tally>> browsing =
          CompletableFuture.supplyAsync(() -> bystanders.run(others, duration));
      Tally overload = orders.openLoop(rate, duration, shop.ordersOfTwo());
      Map<String, Tally> unusual = browsing.join();
      Map<String, ProcessUse> after = ProcessUse.of(system);
      long ownMillis = ProcessUse.ofThisProcess() - ownBefore;

      orders.openLoop(Math.max(1, rate / 10), BACK_TO_NORMAL, shop.ordersOfTwo());
      Tally normal = orders.openLoop(Math.max(1, rate / 10), PEAK, shop.ordersOfTwo());

      int refusals = Math.max(1, rate - (int) peak.goodPerSecond());
      Tally beside = besideABareServer(orders, refusals);

      System.out.printf("%nOverload: %,d orders a second for %s%n%n", rate, duration);
      judgeOrders(peak, overload);
      verdicts.note(
          "the peak beside a bare Tomcat that answers %,d requests/s".formatted(refusals),
          "%.0f orders/s".formatted(beside.goodPerSecond()));
      noteProcessors(before, after, ownMillis, overload.took());
      unusual.forEach((name, tally) -> judgeBystander(name, usual.get(name), tally));
      after.forEach((name, use) -> judgeMemory(name, before.get(name), use));
      verdicts.add(
          "5 s later, half the peak is served as ever",
          "%s, p99 %.0f ms".formatted(normal.statuses(), normal.percentile(99)),
          normal.good() == normal.requests());
      if (!verdicts.areGood()) {
        shop.keepLogs();
      }
      return verdicts.areGood();
    }
  }

  /** The most orders that can be placed if a refusal costs no more than HTTP on this machine. */
  private Tally besideABareServer(LoadGenerator generator, int requestsPerSecond)
      throws IOException {
    try (BareServer bare = BareServer.start(shop.settings().javaOptions());
        LoadGenerator refusals = new LoadGenerator(CONNECTIONS)) {
      Request request = Request.get(bare.url(), null);
      refusals.closedLoop(CALLERS, PEAK, number -> request); // compiles it
      CompletableFuture<Tally> answered =
          CompletableFuture.supplyAsync(
              () -> refusals.openLoop(requestsPerSecond, PEAK, number -> request));
      Tally orders = generator.closedLoop(CALLERS, PEAK, shop.ordersOfTwo());
      answered.join();
      return orders;
    }
  }

  private void noteProcessors(
      Map<String, ProcessUse> before, Map<String, ProcessUse> after, long own, Duration time) {
    StringJoiner shares = new StringJoiner(", ");
    after.forEach(
        (name, use) ->
            shares.add(
                share(name, use.processor().minus(before.get(name).processor()).toMillis(), time)));
    verdicts.note("processors in use", shares.add(share("load", own, time)).toString());
  }

  private static String share(String name, long millis, Duration time) {
    return "%s %.2f".formatted(name, (double) millis / time.toMillis());
  }

  private void judgeOrders(Tally peak, Tally overload) {
    verdicts.note(
        "peak, %d callers".formatted(CALLERS),
        "%.0f orders/s, p99 %.0f ms".formatted(peak.goodPerSecond(), peak.percentile(99)));
    verdicts.note("overload", overload.statuses());
    verdicts.add(
        "goodput is at least 80 % of the peak",
        "%.0f orders/s".formatted(overload.goodPerSecond()),
        overload.goodPerSecond() >= LEAST_GOODPUT * peak.goodPerSecond());
    verdicts.add(
        "p99 of accepted orders is at most twice that of the peak",
        "%.0f ms".formatted(overload.percentile(99)),
        overload.percentile(99) <= SLOWER_AT_MOST * peak.percentile(99));
    long refused = overload.count(503) + overload.count(429);
    verdicts.add(
        "the rest is 503 or 429 with Retry-After",
        "%,d, %,d of them without".formatted(refused, overload.withoutRetryAfter()),
        overload.good() + refused == overload.requests() && overload.withoutRetryAfter() == 0);
  }

  private void judgeBystander(String name, Tally usual, Tally unusual) {
    verdicts.add(
        name + " is unharmed",
        "%s, p99 %.0f ms, at the peak %.0f ms"
            .formatted(unusual.statuses(), unusual.percentile(99), usual.percentile(99)),
        unusual.good() == unusual.requests()
            && unusual.percentile(99) <= SLOWER_AT_MOST * usual.percentile(99));
  }

  private void judgeMemory(String name, ProcessUse before, ProcessUse after) {
    if (after.megabytes() > 0) {
      verdicts.add(
          "memory of %s is bounded".formatted(name),
          "%d MB, before %d MB".formatted(after.megabytes(), before.megabytes()),
          after.megabytes() <= before.megabytes() + MEGABYTES_MORE);
    }
  }
}

package org.contractshop.system;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.launcher.Waiting;
import org.contractshop.system.load.LoadGenerator;
import org.contractshop.system.load.Tally;

/**
 * Keeps product-service down while customers continue to order, and measures how long it takes
 * until everything is settled once it is back.
 */
final class OutageProgram {
  static final Map<String, String> DEFAULTS = Map.of("seconds", "60", "rate", "200");

  private static final int CONNECTIONS = 1_000;
  private static final int STOCK = 1_000_000;
  private static final Duration BEFORE = Duration.ofSeconds(10);
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);
  private static final String UNSETTLED =
      "SELECT count(*) FROM orders"
          + " WHERE status = 'pending' OR (status = 'cancelled' AND NOT stock_returned)";
  private static final String SOLD =
      "SELECT coalesce(sum((line ->> 'quantity')::bigint), 0)"
          + " FROM orders, jsonb_array_elements(lines) line"
          + " WHERE status = 'confirmed' AND (line ->> 'productId')::bigint = ?";

  private OutageProgram() {}

  static boolean run(Options options) throws IOException, SQLException {
    Duration outage = Duration.ofSeconds(options.number("seconds"));
    try (PreparedShop shop = PreparedShop.create(Map.of());
        ShopSystem system = shop.start();
        LoadGenerator generator = new LoadGenerator(CONNECTIONS)) {
      long product = shop.addresses().newProduct(system.secrets(), STOCK);
      int rate = options.number("rate");
      CompletableFuture<Tally> orders =
          CompletableFuture.supplyAsync(
              () ->
                  generator.openLoop(
                      rate, BEFORE.plus(outage).plus(BEFORE), shop.ordersOf(product)));
      Waiting.until(BEFORE, orders::isDone);
      ServiceProcess productService = system.service(Service.PRODUCT);
      productService.kill();
      Waiting.until(outage, orders::isDone);
      long unsettledBefore = unsettled(system);
      productService.start();
      Waiting.until(SETTLE_LIMIT, productService::isReady);
      long back = System.nanoTime();
      Tally tally = orders.join();
      boolean settled = Waiting.until(SETTLE_LIMIT, () -> unsettled(system) == 0);

      System.out.printf("%nOutage: product-service down for %s%n%n", outage);
      Verdicts verdicts = new Verdicts();
      verdicts.note("%,d orders a second".formatted(rate), tally.statuses());
      verdicts.note("unsettled at the end of the outage", "%,d".formatted(unsettledBefore));
      verdicts.add(
          "everything is settled within 60 s after it is back", Waiting.since(back), settled);
      long sold = sold(system, product);
      int left = shop.addresses().stock(product);
      verdicts.add(
          "stock + confirmed quantities = initial stock",
          "%,d + %,d".formatted(left, sold),
          left + sold == STOCK);
      verdicts.add(
          "every acknowledged order is confirmed",
          "%,d x 201".formatted(tally.count(201)),
          sold >= tally.count(201));
      if (!verdicts.areGood()) {
        shop.keepLogs();
      }
      return verdicts.areGood();
    }
  }

  /** How many pieces of a product are in confirmed orders. */
  static long sold(ShopSystem system, long product) {
    try (Connection connection = system.postgres().connect(Service.ORDER);
        PreparedStatement statement = connection.prepareStatement(SOLD)) {
      statement.setLong(1, product);
      return number(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long unsettled(ShopSystem system) {
    try (Connection connection = system.postgres().connect(Service.ORDER);
        PreparedStatement statement = connection.prepareStatement(UNSETTLED)) {
      return number(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

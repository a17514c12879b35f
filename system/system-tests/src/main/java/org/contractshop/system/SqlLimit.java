package org.contractshop.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ShopSystem;

/**
 * What PostgreSQL can do of the same work without services in front of it: one thread per
 * connection.
 */
final class SqlLimit {
  private static final String PRODUCT =
      "SELECT id, name, price, stock, category FROM product WHERE id = ?";
  private static final String TAKE = "UPDATE product SET stock = stock - 1 WHERE id = ?";
  private static final String RESERVE =
      "INSERT INTO stock_reservation (id, status, requested) VALUES (?, 'held', '')";
  private static final String INTENT =
      "INSERT INTO orders (user_id, reservation_id, status, claimed_until, lines)"
          + " VALUES (1, ?, 'pending', now(), '[]') RETURNING id";
  private static final String CONFIRM =
      "UPDATE orders SET status = 'confirmed', total = 1 WHERE id = ?";

  @FunctionalInterface
  private interface Work {
    void run(Statements orders, Statements products) throws SQLException;
  }

  private final ShopSystem system;
  private final List<Long> products;

  SqlLimit(ShopSystem system, List<Long> products) {
    this.system = system;
    this.products = products;
  }

  /** Reads of one product per second. */
  double reads(int connections, Duration duration) {
    return perSecond(connections, duration, (orders, all) -> all.query(PRODUCT, product()));
  }

  /** Orders of one product per second: intent, reservation and confirmation, with a commit each. */
  double orders(int connections, Duration duration) {
    return perSecond(
        connections,
        duration,
        (orders, all) -> {
          UUID reservation = UUID.randomUUID();
          long order = orders.query(INTENT, reservation);
          all.transaction(
              () -> {
                all.update(TAKE, product());
                all.update(RESERVE, reservation);
              });
          orders.update(CONFIRM, order);
        });
  }

  private long product() {
    return products.get(ThreadLocalRandom.current().nextInt(products.size()));
  }

  private double perSecond(int connections, Duration duration, Work work) {
    AtomicLong count = new AtomicLong();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      threads.add(
          CompletableFuture.runAsync(
              () -> repeat(work, end, count), task -> new Thread(task, "sql").start()));
    }
    threads.forEach(CompletableFuture::join);
    return count.get() * 1e9 / (System.nanoTime() - start);
  }

  private void repeat(Work work, long end, AtomicLong count) {
    try (Connection orders = system.postgres().connect(Service.ORDER);
        Connection all = system.postgres().connect(Service.PRODUCT)) {
      Statements orderStatements = new Statements(orders);
      Statements productStatements = new Statements(all);
      while (System.nanoTime() < end) {
        work.run(orderStatements, productStatements);
        count.incrementAndGet();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prepared once per connection. */
  private static final class Statements {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
      this.connection = connection;
    }

    long query(String sql, Object parameter) throws SQLException {
      try (ResultSet rows = prepare(sql, parameter).executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }

    void update(String sql, Object parameter) throws SQLException {
      prepare(sql, parameter).executeUpdate();
    }

    void transaction(Step step) throws SQLException {
      connection.setAutoCommit(false);
      step.run();
      connection.commit();
      connection.setAutoCommit(true);
    }

    private PreparedStatement prepare(String sql, Object parameter) throws SQLException {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
      }
      statement.setObject(1, parameter);
      return statement;
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }
}

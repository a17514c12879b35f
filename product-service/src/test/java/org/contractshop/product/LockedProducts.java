package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.contractshop.testing.Together;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A transaction that holds products until others wait for it, so that they meet at the same moment
 * for certain.
 */
public final class LockedProducts implements AutoCloseable {
  private final JdbcClient database;
  private final Connection holder;

  /**
   * @param sql what the transaction does first
   */
  public LockedProducts(DataSource pool, String sql) throws SQLException {
    database = JdbcClient.create(pool);
    holder = pool.getConnection();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Runs the tasks on a thread each, all of them in front of products that are locked until {@code
   * waiting} connections wait for them.
   */
  public static <T> List<T> race(
      DataSource pool, int waiting, int count, IntFunction<Callable<T>> tasks) throws Exception {
    try (LockedProducts products = new LockedProducts(pool, "SELECT FROM product FOR UPDATE")) {
      List<T> results =
          Together.run(
              count + 1,
              number ->
                  number < count
                      ? tasks.apply(number)
                      : () -> {
                        products.commitOnceAwaited(waiting);
                        return null;
                      });
      return results.subList(0, count);
    }
  }

  /** Ends the transaction as soon as that many connections wait for a lock. */
  public void commitOnceAwaited(int waiting) throws SQLException {
    await()
        .pollDelay(Duration.ZERO) // a lock is waited for only so long
        .pollInterval(Duration.ofMillis(5))
        .until(() -> waiting() >= waiting);
    holder.commit();
  }

  public int waiting() {
    return database
        .sql("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
        .query(Integer.class)
        .single();
  }

  @Override
  public void close() throws SQLException {
    try (holder) {
      holder.rollback();
      holder.setAutoCommit(true);
    }
    assertThat(holder.isClosed()).isTrue();
  }
}

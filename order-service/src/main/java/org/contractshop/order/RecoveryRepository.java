package org.contractshop.order;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Repository;

/**
 * The statements of {@link OrderRecovery}. Each is bounded, so that it ends well within the
 * statement timeout whatever the backlog; rows that another instance works on are skipped.
 */
@Repository
class RecoveryRepository implements DisposableBean {
  private static final int CONNECTIONS = 2;

  private final HikariDataSource pool;
  private final JdbcClient database;

  /** Has its own connections, so that the load of requests cannot starve it. */
  RecoveryRepository(DataSource requests, SQLExceptionTranslator translator) throws SQLException {
    HikariConfig config = new HikariConfig();
    requests.unwrap(HikariDataSource.class).copyStateTo(config);
    config.setPoolName("recovery");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    pool = new HikariDataSource(config);
    JdbcTemplate template = new JdbcTemplate(pool);
    template.setExceptionTranslator(translator);
    database = JdbcClient.create(template);
  }

  /** A cancelled order whose stock is not known to be back. */
  record Unreleased(long orderId, UUID reservationId) {}

  /**
   * Cancels pending orders that nobody has worked on for that long.
   *
   * @return how many; fewer than {@code most} if there are no more
   */
  int cancelAbandoned(int seconds, int most) {
    return database
        .sql(
            """
            UPDATE orders SET status = 'cancelled', claimed_until = now()
            WHERE id IN (
              SELECT id FROM orders
              WHERE status = 'pending' AND claimed_until < now() - make_interval(secs => ?)
              ORDER BY claimed_until LIMIT ? FOR UPDATE SKIP LOCKED
            )
            """)
        .params(seconds, most)
        .update();
  }

  /** The backlog of the recovery, counting at most so many orders, those next in line. */
  OrderBacklog.Numbers backlog(int most) {
    return database
        .sql(
            """
            SELECT count(*) FILTER (WHERE status = 'pending'),
              coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE status = 'pending')), 0),
              count(*) FILTER (WHERE status = 'cancelled')
            FROM (
              SELECT status, created_at FROM orders
              WHERE status = 'pending' OR (status = 'cancelled' AND NOT stock_returned)
              ORDER BY claimed_until LIMIT ?
            ) unsettled
            """)
        .param(most)
        .query(
            (row, number) ->
                new OrderBacklog.Numbers(row.getLong(1), row.getDouble(2), row.getLong(3)))
        .single();
  }

  /** Claims orders whose stock must be released, oldest first. */
  List<Unreleased> claimUnreleased(int claimSeconds, int most) {
    return database
        .sql(
            """
            UPDATE orders SET claimed_until = now() + make_interval(secs => ?)
            WHERE id IN (
              SELECT id FROM orders
              WHERE status = 'cancelled' AND NOT stock_returned AND claimed_until <= now()
              ORDER BY claimed_until LIMIT ? FOR UPDATE SKIP LOCKED
            )
            RETURNING id, reservation_id
            """)
        .params(claimSeconds, most)
        .query((row, number) -> new Unreleased(row.getLong(1), row.getObject(2, UUID.class)))
        .list();
  }

  void markReleased(Collection<Long> orderIds) {
    database
        .sql("UPDATE orders SET stock_returned = true WHERE id = ANY(?) AND status = 'cancelled'")
        .param(orderIds.toArray(Long[]::new))
        .update();
  }

  /**
   * Deletes idempotency keys, which are kept for at least 24 hours.
   *
   * @return how many; fewer than {@code most} if there are no more
   */
  int forgetOldKeys(int most) {
    return database
        .sql(
            """
            DELETE FROM idempotency_key WHERE (user_id, key) IN (
              SELECT user_id, key FROM idempotency_key
              WHERE created_at < now() - interval '25 hours'
              ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED
            )
            """)
        .param(most)
        .update();
  }

  @Override
  public void destroy() {
    pool.close();
  }
}

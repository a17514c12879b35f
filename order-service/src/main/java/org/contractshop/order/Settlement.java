package org.contractshop.order;

import java.util.List;
import java.util.UUID;
import org.contractshop.order.stock.Stock;
import org.contractshop.order.stock.StockUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Settles orders that nobody is at work on any more: a pending one is cancelled, and the stock of a
 * cancelled one goes back. Runs on every instance; rows that another instance is working on are
 * skipped.
 */
@Component
class Settlement {
  /** How long a customer has to repeat a request before its pending order is cancelled. */
  private static final int GRACE_SECONDS = 5;

  private static final int BATCH = 20;

  /**
   * Usually longer than the release of a batch takes. If not, a release is repeated, which does no
   * harm.
   */
  private static final int CLAIM_SECONDS = 5;

  private static final Logger log = LoggerFactory.getLogger(Settlement.class);

  private final JdbcClient database;
  private final Stock stock;
  private final IdempotencyKeys keys;

  Settlement(JdbcClient database, Stock stock, IdempotencyKeys keys) {
    this.database = database;
    this.stock = stock;
    this.keys = keys;
  }

  private record Unreturned(long orderId, UUID reservationId) {}

  @Scheduled(fixedDelay = 1_000)
  void settle() {
    try {
      cancelAbandoned();
      List<Unreturned> batch;
      do {
        batch = claimUnreturned();
        for (Unreturned order : batch) {
          returnStock(order);
        }
      } while (batch.size() == BATCH);
    } catch (StockUnavailableException | DataAccessException exception) {
      log.info("Settling goes on later: {}", exception.getMessage());
    }
  }

  @Scheduled(fixedDelay = 3_600_000)
  void forgetOldKeys() {
    keys.forgetOld();
  }

  /** Returns the stock of a cancelled order now, or leaves it to the next round. */
  void returnStock(Order order) {
    try {
      returnStock(new Unreturned(order.id(), order.reservationId()));
    } catch (StockUnavailableException exception) {
      log.info("The stock of order {} is returned later", order.id());
    }
  }

  private void returnStock(Unreturned order) {
    stock.release(order.reservationId());
    database
        .sql("UPDATE orders SET stock_returned = true WHERE id = ? AND status = 'cancelled'")
        .param(order.orderId())
        .update();
  }

  private void cancelAbandoned() {
    int cancelled =
        database
            .sql(
                """
                UPDATE orders SET status = 'cancelled', claimed_until = now()
                WHERE id IN (
                  SELECT id FROM orders
                  WHERE status = 'pending' AND claimed_until < now() - make_interval(secs => ?)
                  FOR UPDATE SKIP LOCKED
                )
                """)
            .param(GRACE_SECONDS)
            .update();
    if (cancelled > 0) {
      log.info("Cancelled {} orders whose placing was interrupted", cancelled);
    }
  }

  private List<Unreturned> claimUnreturned() {
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
        .params(CLAIM_SECONDS, BATCH)
        .query((row, number) -> new Unreturned(row.getLong(1), row.getObject(2, UUID.class)))
        .list();
  }
}

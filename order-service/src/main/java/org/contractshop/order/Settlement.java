package org.contractshop.order;

import java.util.List;
import org.contractshop.order.stock.Stock;
import org.contractshop.order.stock.StockUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
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

  private final Orders orders;
  private final Stock stock;
  private final IdempotencyKeys keys;

  Settlement(Orders orders, Stock stock, IdempotencyKeys keys) {
    this.orders = orders;
    this.stock = stock;
    this.keys = keys;
  }

  @Scheduled(fixedDelay = 1_000)
  void settle() {
    try {
      int cancelled = orders.cancelAbandoned(GRACE_SECONDS);
      if (cancelled > 0) {
        log.info("Cancelled {} orders whose placing was interrupted", cancelled);
      }
      List<Orders.Unreturned> batch;
      do {
        batch = orders.claimUnreturned(BATCH, CLAIM_SECONDS);
        for (Orders.Unreturned order : batch) {
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
      returnStock(new Orders.Unreturned(order.id(), order.reservationId()));
    } catch (StockUnavailableException exception) {
      log.info("The stock of order {} is returned later", order.id());
    }
  }

  private void returnStock(Orders.Unreturned order) {
    stock.release(order.reservationId());
    orders.stockReturned(order.orderId());
  }
}

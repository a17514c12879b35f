package org.contractshop.product.reservation;

import java.util.List;
import java.util.UUID;
import org.contractshop.base.warmup.Loopback;
import org.contractshop.base.warmup.WarmUp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reserves a product that cannot exist, in a transaction that is rolled back: it locks and leaves
 * no row. The request over HTTP comes with no time left, so nothing is decided about it.
 */
@Component
class ReservationWarmUp implements WarmUp {
  private static final long NO_PRODUCT = 9_007_199_254_740_991L; // the greatest id

  private final ReservationTransactions transactions;
  private final TransactionTemplate transaction;

  ReservationWarmUp(ReservationTransactions transactions, TransactionTemplate transaction) {
    this.transactions = transactions;
    this.transaction = transaction;
  }

  @Override
  public void run(Loopback service) throws Exception {
    UUID id = UUID.randomUUID();
    String body = "{\"lines\":[{\"productId\":%d,\"quantity\":1}]}".formatted(NO_PRODUCT);
    service.sendTooLate("PUT", "/stock-reservations/" + id, "service", body);
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          ReservationLine line = new ReservationLine(NO_PRODUCT, 1);
          transactions.reserve(List.of(new ReservationRequest(id, List.of(line))), LockMode.WAIT);
          transactions.release(id);
        });
  }
}

package org.contractshop.order;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.base.telemetry.Span;
import org.contractshop.order.RecoveryRepository.Unreleased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finishes orders that no request works on any more: cancels pending orders, and releases the stock
 * of cancelled ones. Runs on every instance.
 */
@Component
class OrderRecovery implements DisposableBean {
  /** How long a customer has to repeat a request before its pending order is cancelled. */
  private static final int GRACE_SECONDS = 5;

  /** A statement for this many rows ends well within the statement timeout. */
  private static final int BATCH = 200;

  /** How many batches of old keys are forgotten per run; enough to keep up with 300 orders/s. */
  private static final int KEY_BATCHES = 100;

  private static final int PARALLEL_RELEASES = 8;
  private static final Duration RELEASE_TIMEOUT = Duration.ofMillis(1_900);

  /**
   * Usually longer than the releases of a batch take. If not, a release is repeated, which is
   * harmless.
   */
  private static final int CLAIM_SECONDS = 10;

  private static final Logger log = LoggerFactory.getLogger(OrderRecovery.class);

  private final RecoveryRepository orders;
  private final Stock stock;
  private final ExecutorService threads = Executors.newFixedThreadPool(PARALLEL_RELEASES);
  private final Executor releases = Span.carried(threads);

  OrderRecovery(RecoveryRepository orders, Stock stock) {
    this.orders = orders;
    this.stock = stock;
  }

  @Scheduled(fixedDelay = 1_000)
  void recover() {
    try {
      cancelAbandoned();
      releaseStock();
    } catch (DataAccessException exception) {
      log.info("Recovery will continue later: {}", exception.getMessage());
    }
  }

  @Scheduled(fixedDelay = 60_000)
  void forgetOldKeys() {
    try {
      for (int batch = 0; batch < KEY_BATCHES; batch++) {
        if (orders.forgetOldKeys(BATCH) < BATCH) {
          return;
        }
      }
    } catch (DataAccessException exception) {
      log.info("Old keys will be deleted later: {}", exception.getMessage());
    }
  }

  /** Releases the stock of a cancelled order now, or leaves it to the next round. */
  void releaseStock(Order cancelled, RequestDeadline deadline) {
    try {
      stock.release(cancelled.reservationId(), deadline);
      orders.markReleased(List.of(cancelled.id()));
    } catch (StockUnavailableException | DataAccessException exception) {
      log.info("The stock of order {} is released later", cancelled.id());
    }
  }

  private void cancelAbandoned() {
    int cancelled;
    do {
      cancelled = orders.cancelAbandoned(GRACE_SECONDS, BATCH);
      if (cancelled > 0) {
        log.info("Cancelled {} orders whose placing was interrupted", cancelled);
      }
    } while (cancelled == BATCH);
  }

  private void releaseStock() {
    List<Long> released;
    do {
      if (!stock.isAvailable()) {
        return;
      }
      released = release(orders.claimUnreleased(CLAIM_SECONDS, BATCH));
      orders.markReleased(released);
    } while (!released.isEmpty());
  }

  /** The orders whose stock is back. The others stay claimed for a while. */
  private List<Long> release(List<Unreleased> batch) {
    AtomicInteger failures = new AtomicInteger();
    List<CompletableFuture<Boolean>> results =
        batch.stream()
            .map(
                order ->
                    CompletableFuture.supplyAsync(
                        () -> failures.get() < PARALLEL_RELEASES && tryRelease(order, failures),
                        releases))
            .toList();
    return IntStream.range(0, batch.size())
        .filter(i -> results.get(i).join())
        .mapToObj(i -> batch.get(i).orderId())
        .toList();
  }

  private boolean tryRelease(Unreleased order, AtomicInteger failures) {
    try {
      stock.release(order.reservationId(), RequestDeadline.within(RELEASE_TIMEOUT));
      return true;
    } catch (StockUnavailableException exception) {
      failures.incrementAndGet();
      log.info("The stock of order {} is released later", order.orderId());
      return false;
    }
  }

  @Override
  public void destroy() {
    threads.shutdown();
  }
}

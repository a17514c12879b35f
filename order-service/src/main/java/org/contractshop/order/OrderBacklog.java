package org.contractshop.order;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Meters of unsettled orders. All instances show the same values. */
@Component
class OrderBacklog {
  /** Counting so many takes some milliseconds. Beyond that, the exact number does not matter. */
  static final int MOST = 5_000;

  private static final Numbers UNKNOWN = new Numbers(Double.NaN, Double.NaN, Double.NaN);

  private final RecoveryRepository orders;
  private volatile Numbers now = UNKNOWN;

  /**
   * @param oldestSeconds age of the oldest pending order
   * @param unreleased cancelled orders whose stock is not back yet
   */
  record Numbers(double pending, double oldestSeconds, double unreleased) {}

  OrderBacklog(RecoveryRepository orders, MeterRegistry registry) {
    this.orders = orders;
    Gauge.builder("orders.pending", this, it -> it.now.pending)
        .description("Orders that are neither confirmed nor cancelled")
        .register(registry);
    TimeGauge.builder("orders.pending.oldest", this, TimeUnit.SECONDS, it -> it.now.oldestSeconds)
        .description("Age of the oldest of them")
        .register(registry);
    Gauge.builder("orders.unreleased", this, it -> it.now.unreleased)
        .description("Cancelled orders whose stock is not back")
        .register(registry);
  }

  @Scheduled(fixedDelay = 1_000)
  void read() {
    try {
      now = orders.backlog(MOST);
    } catch (DataAccessException exception) {
      now = UNKNOWN;
    }
  }
}

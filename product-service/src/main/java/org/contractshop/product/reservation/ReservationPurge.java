package org.contractshop.product.reservation;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes reservations that were refused or released so long ago that no caller can still repeat
 * them. Reservations that hold stock stay: they record who has it.
 */
@Component
class ReservationPurge {
  /** Few enough to be deleted within the statement timeout, even on a slow machine. */
  static final int BATCH = 1_000;

  private static final int MOST_BATCHES = 100;

  private final ReservationRepository reservations;
  private final Duration retention;

  ReservationPurge(
      ReservationRepository reservations,
      @Value("${shop.reservation-retention}") Duration retention) {
    this.reservations = reservations;
    this.retention = retention;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void purge() {
    int batches = 0;
    while (reservations.deleteOutdated(retention, BATCH) == BATCH && batches < MOST_BATCHES) {
      batches++;
    }
  }
}

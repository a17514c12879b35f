package org.contractshop.product;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes keys after the promised retention period. */
@Component
class IdempotencyKeyPurge {
  private static final int KEPT_HOURS = 25;
  private static final int BATCH = 1_000;
  private static final int MOST_BATCHES = 100;

  private final IdempotencyKeyRepository keys;

  IdempotencyKeyPurge(IdempotencyKeyRepository keys) {
    this.keys = keys;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void purge() {
    int batches = 0;
    while (keys.deleteOlderThan(KEPT_HOURS, BATCH) == BATCH && batches < MOST_BATCHES) {
      batches++;
    }
  }
}

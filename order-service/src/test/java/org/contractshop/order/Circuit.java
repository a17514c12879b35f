package org.contractshop.order;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.contractshop.base.admission.RequestDeadline;

/** The circuit to product-service may still be open from another test. */
final class Circuit {
  private Circuit() {}

  static void close(Stock stock) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              for (int call = 0; call < 4; call++) {
                stock.release(UUID.randomUUID(), RequestDeadline.within(Duration.ofSeconds(2)));
              }
            });
  }
}

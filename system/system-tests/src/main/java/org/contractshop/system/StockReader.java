package org.contractshop.system;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.contractshop.launcher.Waiting;
import tools.jackson.databind.JsonNode;

/** Reads the stock of all products repeatedly, like a storefront. */
final class StockReader implements Runnable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Shop shop;
  private volatile boolean stopped;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong least = new AtomicLong(Long.MAX_VALUE);

  StockReader(Shop shop) {
    this.shop = shop;
  }

  @Override
  public void run() {
    while (!stopped) {
      try {
        for (JsonNode product :
            Caller.anonymous().get(shop.products().resolve("/products")).expect(200)) {
          least.accumulateAndGet(product.get("stock").longValue(), Math::min);
        }
        reads.incrementAndGet();
      } catch (AssertionError down) {
        // product-service or its database is down at the moment.
      }
      Waiting.until(PAUSE, () -> stopped);
    }
  }

  void stop() {
    stopped = true;
  }

  int reads() {
    return reads.get();
  }

  long least() {
    return least.get();
  }
}

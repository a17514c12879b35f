package org.contractshop.order.stock;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.contractshop.base.warmup.Loopback;
import org.contractshop.base.warmup.WarmUp;
import org.contractshop.client.ClientException;
import org.contractshop.order.StockUnavailableException;
import org.contractshop.product.client.ProductClient;

/** Waits a little for the peers: they often start at the same time. */
final class PeerWarmUp implements WarmUp {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ProductClient products;
  private final ServiceToken token;

  PeerWarmUp(ProductClient products, ServiceToken token) {
    this.products = products;
    this.token = token;
  }

  @Override
  public void prepare() throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!areThere() && System.nanoTime() < end) {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
  }

  private boolean areThere() {
    try {
      token.require();
      products.health().getHealth();
      return true;
    } catch (ClientException | StockUnavailableException absent) {
      return false;
    }
  }

  @Override
  public void run(Loopback service) {
    products.health().getHealth();
  }
}

package org.contractshop.order;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractshop.base.warmup.Loopback;
import org.contractshop.base.warmup.WarmUp;
import org.springframework.stereotype.Component;

/**
 * Orders a product that does not exist, which is refused and leaves nothing here, and looks at the
 * orders of nobody.
 */
@Component
class OrderWarmUp implements WarmUp {
  private static final String NOTHING = "9007199254740991"; // the greatest id
  private static final String ORDER =
      "{\"items\":[{\"productId\":" + NOTHING + ",\"quantity\":1}]}";
  private static final int REFUSED = 422;

  /** product-service keeps its refusals for a while, so they are limited. */
  private static final int MOST_ORDERS = 200;

  private final AtomicInteger orders = new AtomicInteger();

  @Override
  public void run(Loopback service) throws IOException, InterruptedException {
    if (orders.incrementAndGet() <= MOST_ORDERS
        && service.send("POST", "/orders", "user", ORDER).statusCode() != REFUSED) {
      orders.set(MOST_ORDERS); // without product-service, there is nothing to exercise
    }
    service.send("GET", "/orders", "user", null);
    service.send("GET", "/orders/" + NOTHING, "user", null);
  }
}

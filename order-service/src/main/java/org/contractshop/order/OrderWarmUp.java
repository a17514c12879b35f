package org.contractshop.order;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.base.warmup.Loopback;
import org.contractshop.base.warmup.WarmUp;
import org.springframework.stereotype.Component;

/**
 * Orders a product that does not exist, which is refused and leaves no trace here, confirms an
 * order that does not exist either, and reads the orders of a user who does not exist.
 */
@Component
class OrderWarmUp implements WarmUp {
  private static final String NOTHING = "9007199254740991"; // the greatest id
  private static final String ORDER =
      "{\"items\":[{\"productId\":" + NOTHING + ",\"quantity\":1}]}";
  private static final int REFUSED = 422;

  /** product-service keeps its refusals for a while, so they are limited. */
  private static final int MOST_ORDERS = 200;

  private static final Order NO_ORDER =
      Order.pending(Long.MAX_VALUE, 0, new UUID(0, 0), Instant.EPOCH, List.of());

  private final AtomicInteger placed = new AtomicInteger();
  private final OrderRepository orders;

  OrderWarmUp(OrderRepository orders) {
    this.orders = orders;
  }

  @Override
  public void run(Loopback service) throws IOException, InterruptedException {
    if (placed.incrementAndGet() <= MOST_ORDERS
        && service.send("POST", "/orders", "user", ORDER).statusCode() != REFUSED) {
      placed.set(MOST_ORDERS); // without product-service, there is nothing to exercise
    }
    orders.confirm(NO_ORDER.confirm(List.of()), RequestDeadline.within(Duration.ofSeconds(1)));
    service.send("GET", "/orders", "user", null);
    service.send("GET", "/orders/" + NOTHING, "user", null);
  }
}

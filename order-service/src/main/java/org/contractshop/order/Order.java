package org.contractshop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order, as it was when it was read. It changes only through {@link Orders}, along {@link
 * OrderStatus#mayBecome}.
 *
 * @param total exact sum of the items; absent until the order was confirmed
 */
record Order(
    long id,
    long userId,
    UUID reservationId,
    OrderStatus status,
    @Nullable BigDecimal total,
    Instant createdAt,
    List<OrderItem> items) {

  /** Whether its customer was told that it is confirmed, even if it was cancelled later. */
  boolean wasConfirmed() {
    return total != null;
  }

  /** The order as it was answered when it was placed. */
  Order asConfirmed() {
    return new Order(id, userId, reservationId, OrderStatus.CONFIRMED, total, createdAt, items);
  }
}

package org.contractshop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was read. {@link OrderStatus#mayBecome} restricts its changes here, and the
 * conditions of {@link OrderRepository}'s statements do so again, because of races.
 *
 * @param reservationId the id of its stock reservation at product-service
 * @param total exact sum of the lines; absent until the order is confirmed, and never changed
 */
record Order(
    long id,
    long userId,
    UUID reservationId,
    OrderStatus status,
    @Nullable BigDecimal total,
    Instant createdAt,
    List<OrderLine> lines) {

  static Order pending(
      long id, long userId, UUID reservationId, Instant createdAt, List<OrderLine> lines) {
    return new Order(id, userId, reservationId, OrderStatus.PENDING, null, createdAt, lines);
  }

  /** The order after its lines were reserved. */
  Order confirm(List<OrderLine> reserved) {
    BigDecimal sum =
        reserved.stream()
            .map(OrderLine::amount)
            .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    return in(OrderStatus.CONFIRMED, sum, reserved);
  }

  Order cancel() {
    return in(OrderStatus.CANCELLED, total, lines);
  }

  /** Whether its customer was told that it is confirmed, even if it was cancelled later. */
  boolean wasConfirmed() {
    return total != null;
  }

  /** The order as it was shown when it was placed: a repeated request gets the same response. */
  Order asPlaced() {
    if (!wasConfirmed()) {
      throw new IllegalStateException("Order " + id + " was never confirmed");
    }
    return new Order(id, userId, reservationId, OrderStatus.CONFIRMED, total, createdAt, lines);
  }

  private Order in(OrderStatus next, @Nullable BigDecimal total, List<OrderLine> lines) {
    if (!status.mayBecome(next)) {
      throw new IllegalStateException("Order " + id + " is " + status + " and cannot be " + next);
    }
    return new Order(id, userId, reservationId, next, total, createdAt, lines);
  }
}

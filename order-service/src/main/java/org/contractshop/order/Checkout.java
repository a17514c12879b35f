package org.contractshop.order;

import java.time.Duration;
import java.util.Optional;
import org.contractshop.base.NotFoundException;
import org.contractshop.base.OutcomeUnknownException;
import org.contractshop.base.admission.AdmissionLimiter;
import org.contractshop.base.admission.OverloadedException;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.order.OrderRepository.UsedKey;
import org.contractshop.order.Stock.Outcome;
import org.contractshop.order.StockUnavailableException.Effect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Places and cancels orders. The intent is stored before product-service is called, so whatever
 * gets lost on the way, a repeated request or the recovery can pick up from there.
 */
@Service
class Checkout {
  /** The part of a request's time that a reservation leaves for the confirmation. */
  private static final Duration CONFIRMATION = Duration.ofMillis(200);

  private static final Logger log = LoggerFactory.getLogger(Checkout.class);

  private final AdmissionLimiter admission;
  private final OrderRepository orders;
  private final Stock stock;
  private final OrderRecovery recovery;

  Checkout(
      AdmissionLimiter admission, OrderRepository orders, Stock stock, OrderRecovery recovery) {
    this.admission = admission;
    this.orders = orders;
    this.stock = stock;
    this.recovery = recovery;
  }

  /**
   * Places an order, or returns the outcome of an earlier, identical request.
   *
   * @return the confirmed order
   * @throws OverloadedException if it would take too long; nothing was done
   * @throws OrderRefusedException if a product is unknown or short; the order leaves no trace
   * @throws StockUnavailableException if it could not be reserved; if the request may have arrived,
   *     the order stays pending until it is repeated or recovered, otherwise nothing is left
   * @throws OrderConflictException if the key stands for another request, a running or an
   *     interrupted one
   */
  Order place(OrderRequest request, RequestDeadline deadline) {
    return admission.call(() -> admitted(request, deadline));
  }

  private Order admitted(OrderRequest request, RequestDeadline deadline) {
    if (!stock.isAvailable()) {
      return known(request)
          .orElseThrow(
              () ->
                  new StockUnavailableException(
                      Effect.NONE, "product-service is not called now", null));
    }
    Optional<Order> begun = orders.begin(request, deadline);
    return begun.isPresent()
        ? reserve(begun.get(), request, true, deadline)
        : repeat(request, deadline);
  }

  /**
   * @throws OrderConflictException if it is still being placed
   */
  Order cancel(Order order, RequestDeadline deadline) {
    if (order.status() == OrderStatus.CONFIRMED && orders.cancel(order.id())) {
      Order cancelled = order.cancel();
      recovery.releaseStock(cancelled, deadline);
      return cancelled;
    }
    Order now = current(order);
    if (now.status() != OrderStatus.CANCELLED) {
      throw OrderConflictException.pending(order.id());
    }
    return now;
  }

  private Order repeat(OrderRequest request, RequestDeadline deadline) {
    UsedKey used = usedKey(request).orElseThrow(OrderConflictException::keyInEffect);
    Optional<Order> placed = placed(used, request);
    if (placed.isPresent()) {
      return placed.get();
    }
    Order pending = used.order();
    if (pending == null || !orders.claim(pending.id())) {
      throw OrderConflictException.keyInEffect();
    }
    return reserve(pending, request, false, deadline);
  }

  /** The outcome of an earlier, identical request, if it was final. */
  private Optional<Order> known(OrderRequest request) {
    return usedKey(request).flatMap(used -> placed(used, request));
  }

  private Optional<UsedKey> usedKey(OrderRequest request) {
    return request.idempotencyKey() == null
        ? Optional.empty()
        : orders.findKey(request.userId(), request.idempotencyKey());
  }

  private static Optional<Order> placed(UsedKey used, OrderRequest request) {
    if (!used.fingerprint().equals(request.fingerprint())) {
      throw OrderConflictException.keyReused();
    }
    if (used.refusal() != null) {
      throw new OrderRefusedException(used.refusal());
    }
    Order order = used.order();
    if (order == null || order.status() == OrderStatus.PENDING) {
      return Optional.empty();
    }
    if (!order.wasConfirmed()) {
      throw OrderConflictException.cancelled(order.id());
    }
    return Optional.of(order.asPlaced());
  }

  /**
   * @param fresh whether this request stored the order, so that no earlier one can have reserved
   *     anything
   */
  private Order reserve(
      Order order, OrderRequest request, boolean fresh, RequestDeadline deadline) {
    Outcome outcome;
    try {
      outcome =
          stock.reserve(order.reservationId(), order.lines(), deadline.earlierBy(CONFIRMATION));
    } catch (StockUnavailableException unavailable) {
      giveUp(order, request, fresh && unavailable.effect() == Effect.NONE, deadline);
      throw unavailable;
    }
    if (outcome instanceof Outcome.Reserved reserved) {
      return confirm(order.confirm(reserved.lines()), deadline);
    }
    if (outcome instanceof Outcome.Refused refused) {
      orders.remove(order, request, refused.refusal(), deadline);
      throw new OrderRefusedException(refused.refusal());
    }
    throw OrderConflictException.cancelled(order.id());
  }

  private Order confirm(Order confirmed, RequestDeadline deadline) {
    try {
      if (orders.confirm(confirmed, deadline)) {
        return confirmed;
      }
    } catch (OverloadedException exception) {
      throw new StockUnavailableException(
          Effect.TIMED_OUT, "no time is left to confirm the order", exception);
    }
    // A repeated request or the recovery was faster.
    Order now = current(confirmed);
    if (now.wasConfirmed()) {
      return now.asPlaced();
    }
    throw OrderConflictException.cancelled(confirmed.id());
  }

  /** Removes the order if nothing was sent; otherwise leaves it pending and unclaimed. */
  private void giveUp(
      Order order, OrderRequest request, boolean neverSent, RequestDeadline deadline) {
    try {
      if (neverSent) {
        orders.remove(order, request, null, deadline);
      } else {
        orders.unclaim(order.id());
      }
    } catch (DataAccessException | OverloadedException | OutcomeUnknownException exception) {
      log.info("Order {} is left to the recovery: {}", order.id(), exception.getMessage());
    }
  }

  private Order current(Order order) {
    return orders.find(order.id()).orElseThrow(() -> new NotFoundException("order", order.id()));
  }
}

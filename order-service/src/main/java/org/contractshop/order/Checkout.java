package org.contractshop.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.contractshop.order.stock.ReservationReleasedException;
import org.contractshop.order.stock.Reserved;
import org.contractshop.order.stock.Stock;
import org.contractshop.order.stock.StockRefusedException;
import org.contractshop.order.stock.StockUnavailableException;
import org.contractshop.order.stock.Wanted;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places and cancels orders. The intent is stored before product-service is asked, so that whatever
 * is lost on the way, a repeated request or the recovery knows what was going on.
 */
@Service
class Checkout {
  /** Longer than a request can take, so that nobody else works on its order meanwhile. */
  static final int CLAIM_SECONDS = 4;

  private final Orders orders;
  private final OrderHistory history;
  private final IdempotencyKeys keys;
  private final Stock stock;
  private final Settlement settlement;
  private final TransactionTemplate transaction;

  Checkout(
      Orders orders,
      OrderHistory history,
      IdempotencyKeys keys,
      Stock stock,
      Settlement settlement,
      TransactionTemplate transaction) {
    this.orders = orders;
    this.history = history;
    this.keys = keys;
    this.stock = stock;
    this.settlement = settlement;
    this.transaction = transaction;
  }

  /**
   * Places an order, or answers what the same request was answered before.
   *
   * @return the confirmed order
   * @throws StockRefusedException if a product is unknown or short; the order leaves no trace
   * @throws StockUnavailableException if the outcome is unknown; the order stays pending until it
   *     is repeated or settled
   * @throws KeyReusedException if the key stands for other items
   * @throws KeyInProgressException if another request with the key is at work
   * @throws OrderCancelledException if the order of the key was settled meanwhile
   */
  Order place(OrderRequest request) {
    Optional<Order> begun = begin(request);
    return begun.isPresent() ? reserve(begun.get()) : repeat(request);
  }

  /**
   * @throws OrderPendingException if it is still being placed
   */
  Order cancel(Order order) {
    if (orders.cancel(order.id())) {
      settlement.returnStock(order);
    }
    Order now = history.find(order.id()).orElseThrow(() -> new OrderNotFoundException(order.id()));
    if (now.status() != OrderStatus.CANCELLED) {
      throw new OrderPendingException(order.id());
    }
    return now;
  }

  /** Nothing if the key is in use. */
  private Optional<Order> begin(OrderRequest request) {
    if (request.idempotencyKey() == null) {
      return Optional.of(orders.begin(request, CLAIM_SECONDS));
    }
    return transaction.execute(
        status -> {
          Order order = orders.begin(request, CLAIM_SECONDS);
          if (keys.use(request, order.id())) {
            return Optional.of(order);
          }
          status.setRollbackOnly();
          return Optional.empty();
        });
  }

  private Order repeat(OrderRequest request) {
    IdempotencyKeys.Used used =
        keys.find(request.userId(), String.valueOf(request.idempotencyKey()))
            .orElseThrow(KeyInProgressException::new); // forgotten this moment
    if (!used.requested().equals(request.fingerprint())) {
      throw new KeyReusedException();
    }
    if (used.refusal() != null) {
      throw used.refusal();
    }
    Order order = history.find(used.orderId()).orElseThrow(KeyInProgressException::new);
    if (order.wasConfirmed()) {
      return order.asConfirmed();
    }
    if (order.status() == OrderStatus.CANCELLED) {
      throw new OrderCancelledException(order.id());
    }
    if (!orders.claim(order.id(), CLAIM_SECONDS)) {
      throw new KeyInProgressException();
    }
    return reserve(order);
  }

  private Order reserve(Order order) {
    List<Wanted> wanted =
        order.items().stream().map(item -> new Wanted(item.productId(), item.quantity())).toList();
    try {
      return confirm(order, stock.reserve(order.reservationId(), wanted));
    } catch (StockRefusedException refusal) {
      transaction.executeWithoutResult(
          status -> {
            keys.refuse(order.id(), refusal);
            orders.remove(order.id());
          });
      throw refusal;
    } catch (ReservationReleasedException released) {
      throw new OrderCancelledException(order.id());
    } catch (StockUnavailableException unavailable) {
      orders.unclaim(order.id());
      throw unavailable;
    }
  }

  private Order confirm(Order order, List<Reserved> reserved) {
    BigDecimal total = total(reserved);
    List<OrderItem> items =
        reserved.stream()
            .map(
                line ->
                    new OrderItem(line.productId(), line.quantity(), line.name(), line.unitPrice()))
            .toList();
    if (orders.confirm(order.id(), reserved, total)) {
      return new Order(
          order.id(),
          order.userId(),
          order.reservationId(),
          OrderStatus.CONFIRMED,
          total,
          order.createdAt(),
          items);
    }
    // A repeated request was faster, or the recovery was.
    Order now = history.find(order.id()).orElseThrow(() -> new OrderNotFoundException(order.id()));
    if (now.wasConfirmed()) {
      return now.asConfirmed();
    }
    throw new OrderCancelledException(order.id());
  }

  static BigDecimal total(List<Reserved> reserved) {
    return reserved.stream()
        .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

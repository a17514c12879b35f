package org.contractshop.order;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.contractshop.base.Caller;
import org.contractshop.base.IdempotencyKey;
import org.contractshop.base.NotFoundException;
import org.contractshop.base.Paging;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.order.api.OrdersApi;
import org.contractshop.order.api.model.CreateOrderRequest;
import org.contractshop.order.api.model.OrderItemResponse;
import org.contractshop.order.api.model.OrderResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController implements OrdersApi {
  /** A response takes two seconds at most. */
  private static final Duration TIMEOUT = Duration.ofMillis(1_900);

  private final Checkout checkout;
  private final OrderRepository orders;

  OrderController(Checkout checkout, OrderRepository orders) {
    this.checkout = checkout;
    this.orders = orders;
  }

  @Override
  public ResponseEntity<OrderResponse> placeOrder(
      CreateOrderRequest request, @Nullable String idempotencyKey) {
    RequestDeadline deadline = RequestDeadline.within(TIMEOUT);
    List<OrderLine> lines =
        request.getItems().stream()
            .map(item -> OrderLine.of(item.getProductId(), item.getQuantity()))
            .toList();
    Order order =
        checkout.place(
            new OrderRequest(Caller.current().id(), lines, IdempotencyKey.parse(idempotencyKey)),
            deadline);
    return ResponseEntity.created(URI.create("/orders/" + order.id())).body(response(order));
  }

  @Override
  public ResponseEntity<List<OrderResponse>> listOrders(Integer limit, @Nullable String after) {
    List<Order> found =
        orders.page(Caller.current().id(), Paging.key(after, Long.MAX_VALUE), limit + 1);
    return Paging.page(found, limit, Order::id, OrderController::response);
  }

  @Override
  public ResponseEntity<OrderResponse> getOrder(Long id) {
    return ResponseEntity.ok(response(own(id)));
  }

  @Override
  public ResponseEntity<OrderResponse> cancelOrder(Long id) {
    return ResponseEntity.ok(response(checkout.cancel(own(id), RequestDeadline.within(TIMEOUT))));
  }

  private Order own(long id) {
    Order order = orders.find(id).orElseThrow(() -> new NotFoundException("order", id));
    if (!Caller.current().isUser(order.userId())) {
      throw new AccessDeniedException("The order is another user's");
    }
    return order;
  }

  private static OrderResponse response(Order order) {
    List<OrderItemResponse> items =
        order.lines().stream()
            .map(
                line ->
                    new OrderItemResponse(line.productId(), line.quantity())
                        .name(line.name())
                        .unitPrice(line.unitPrice()))
            .toList();
    return new OrderResponse(
            order.id(),
            order.userId(),
            items,
            org.contractshop.order.api.model.OrderStatus.fromValue(order.status().wireName()),
            order.createdAt().atOffset(ZoneOffset.UTC))
        .total(order.total());
  }
}

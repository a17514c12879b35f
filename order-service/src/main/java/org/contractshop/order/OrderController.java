package org.contractshop.order;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import org.contractshop.base.Caller;
import org.contractshop.base.Paging;
import org.contractshop.order.api.OrdersApi;
import org.contractshop.order.api.model.CreateOrderRequest;
import org.contractshop.order.api.model.OrderItemResponse;
import org.contractshop.order.api.model.OrderResponse;
import org.contractshop.order.stock.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController implements OrdersApi {
  private final Checkout checkout;
  private final OrderHistory history;

  OrderController(Checkout checkout, OrderHistory history) {
    this.checkout = checkout;
    this.history = history;
  }

  @Override
  public ResponseEntity<OrderResponse> placeOrder(
      CreateOrderRequest request, @Nullable String idempotencyKey) {
    List<Wanted> items =
        request.getItems().stream()
            .map(item -> new Wanted(item.getProductId(), item.getQuantity()))
            .toList();
    Order order = checkout.place(new OrderRequest(Caller.current().id(), items, idempotencyKey));
    return ResponseEntity.created(URI.create("/orders/" + order.id())).body(response(order));
  }

  @Override
  public ResponseEntity<List<OrderResponse>> listOrders(Integer limit, @Nullable String after) {
    List<Order> found =
        history.page(Caller.current().id(), Paging.key(after, Long.MAX_VALUE), limit + 1);
    return Paging.page(found, limit, Order::id, OrderController::response);
  }

  @Override
  public ResponseEntity<OrderResponse> getOrder(Long id) {
    return ResponseEntity.ok(response(own(id)));
  }

  @Override
  public ResponseEntity<OrderResponse> cancelOrder(Long id) {
    return ResponseEntity.ok(response(checkout.cancel(own(id))));
  }

  private Order own(long id) {
    Order order = history.find(id).orElseThrow(() -> new OrderNotFoundException(id));
    if (!Caller.current().isUser(order.userId())) {
      throw new AccessDeniedException("The order is another user's");
    }
    return order;
  }

  private static OrderResponse response(Order order) {
    List<OrderItemResponse> items =
        order.items().stream()
            .map(
                item ->
                    new OrderItemResponse(item.productId(), item.quantity())
                        .name(item.name())
                        .unitPrice(item.unitPrice()))
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

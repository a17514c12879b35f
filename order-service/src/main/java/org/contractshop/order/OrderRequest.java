package org.contractshop.order;

import java.util.List;
import java.util.stream.Collectors;
import org.contractshop.order.stock.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to order.
 *
 * @param idempotencyKey with which the customer may repeat the request; unique for the customer
 */
record OrderRequest(long userId, List<Wanted> items, @Nullable String idempotencyKey) {

  /** The items as text, to tell a repeated request from another one. */
  String fingerprint() {
    return items.stream()
        .map(item -> item.productId() + "x" + item.quantity())
        .collect(Collectors.joining(","));
  }
}

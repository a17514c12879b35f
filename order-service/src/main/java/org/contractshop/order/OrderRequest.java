package org.contractshop.order;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to order.
 *
 * @param idempotencyKey with which the customer may repeat the request; unique for the customer
 */
record OrderRequest(long userId, List<OrderLine> lines, @Nullable String idempotencyKey) {

  /**
   * What tells a repeated request from another one: equal JSON gives an equal fingerprint, whatever
   * the order of its members.
   */
  String fingerprint() {
    return lines.stream()
        .map(line -> line.productId() + "x" + line.quantity())
        .collect(Collectors.joining(","));
  }
}

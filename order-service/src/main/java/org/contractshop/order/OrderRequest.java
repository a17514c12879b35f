package org.contractshop.order;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request for an order.
 *
 * @param idempotencyKey with which the customer may repeat the request; unique for the customer
 */
record OrderRequest(long userId, List<OrderLine> lines, @Nullable String idempotencyKey) {

  /**
   * Distinguishes a repeated request from a different one: equal JSON has equal fingerprints,
   * whatever the order of its members.
   */
  String fingerprint() {
    return lines.stream()
        .map(line -> line.productId() + "x" + line.quantity())
        .collect(Collectors.joining(","));
  }
}

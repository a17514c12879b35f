package org.contractshop.product.reservation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Stock that was taken for an order, with the names and prices of that moment. */
public record StockReservation(UUID id, List<ReservedLine> lines) {
  public record ReservedLine(long productId, String name, int quantity, BigDecimal unitPrice) {}
}

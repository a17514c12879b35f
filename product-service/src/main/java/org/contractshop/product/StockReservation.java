package org.contractshop.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Stock that was taken for somebody, with the names and prices of that moment. */
record StockReservation(UUID id, List<ReservedLine> lines) {
  record ReservedLine(long productId, String name, int quantity, BigDecimal unitPrice) {}
}

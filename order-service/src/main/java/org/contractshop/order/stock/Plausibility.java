package org.contractshop.order.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractshop.client.InvalidResponseException;
import org.contractshop.order.OrderLine;
import org.contractshop.product.client.model.StockReservationLine;
import org.contractshop.product.client.model.StockReservationResponse;
import org.jspecify.annotations.Nullable;

/** Checks that a response of product-service matches the request before it is used. */
final class Plausibility {
  private static final BigDecimal HIGHEST_PRICE = new BigDecimal("999999.99");
  private static final int LONGEST_NAME = 100;

  private Plausibility() {}

  /**
   * @return the lines with the names and prices of the response
   * @throws InvalidResponseException if it cannot be the response to this request
   */
  static List<OrderLine> reserved(
      UUID reservationId, List<OrderLine> lines, StockReservationResponse response) {
    List<StockReservationLine> received = response.getLines();
    if (!reservationId.equals(response.getId())
        || received == null
        || received.size() != lines.size()) {
      throw new InvalidResponseException(
          "product-service responded with another reservation", true);
    }
    List<OrderLine> reserved = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      if (!fits(received.get(i), line)) {
        throw new InvalidResponseException(
            "product-service responded with an implausible line", true);
      }
      reserved.add(line.reserved(received.get(i).getName(), received.get(i).getUnitPrice()));
    }
    return reserved;
  }

  private static boolean fits(@Nullable StockReservationLine received, OrderLine line) {
    return received != null
        && Long.valueOf(line.productId()).equals(received.getProductId())
        && Integer.valueOf(line.quantity()).equals(received.getQuantity())
        && received.getName() != null
        && !received.getName().isBlank()
        && received.getName().length() <= LONGEST_NAME
        && received.getUnitPrice() != null
        && received.getUnitPrice().signum() >= 0
        && received.getUnitPrice().compareTo(HIGHEST_PRICE) <= 0
        && received.getUnitPrice().stripTrailingZeros().scale() <= 2;
  }
}

package org.contractshop.product.reservation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A request to take the stock of some lines, all or nothing, under an id chosen by the caller. */
public record ReservationRequest(UUID id, List<ReservationLine> lines) {

  /** The lines as text, to distinguish a repeated request from another one with the same id. */
  String fingerprint() {
    return lines.stream()
        .map(line -> line.productId() + "x" + line.quantity())
        .collect(Collectors.joining(","));
  }

  /** Quantities by product, in the order of the product ids. The sum of 50 lines fits a long. */
  Map<Long, Long> pieces() {
    Map<Long, Long> pieces = new TreeMap<>();
    lines.forEach(line -> pieces.merge(line.productId(), (long) line.quantity(), Long::sum));
    return pieces;
  }
}

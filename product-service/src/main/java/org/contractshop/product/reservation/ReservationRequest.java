package org.contractshop.product.reservation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A request to take the stock of some lines, all or nothing, under an id that the caller chose. */
public record ReservationRequest(UUID id, List<ReservationLine> lines) {

  /** The lines as text, to tell a repeated request from another one under the same id. */
  String fingerprint() {
    return lines.stream()
        .map(line -> line.productId() + "x" + line.quantity())
        .collect(Collectors.joining(","));
  }

  /** Pieces by product, in the order of the product ids. A sum of 50 lines fits a long. */
  Map<Long, Long> pieces() {
    Map<Long, Long> pieces = new TreeMap<>();
    lines.forEach(line -> pieces.merge(line.productId(), (long) line.quantity(), Long::sum));
    return pieces;
  }
}

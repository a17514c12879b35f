package org.contractshop.product.reservation;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Products that another transaction keeps locked. Whoever waited for one of them would hold up the
 * reservations of all others, here and, by the locks that it already has, in other instances.
 */
final class BlockedProducts {
  private final Map<Long, Long> since = new HashMap<>();

  /** Whether the request needs one of them. */
  boolean concern(ReservationRequest request) {
    return !since.isEmpty()
        && request.lines().stream().anyMatch(line -> since.containsKey(line.productId()));
  }

  /** Whether the request needs one that has been locked for so long. */
  boolean concern(ReservationRequest request, Duration time) {
    long now = System.nanoTime();
    return request.lines().stream()
        .map(line -> since.get(line.productId()))
        .anyMatch(start -> start != null && now - start > time.toNanos());
  }

  /** Learns which of the products that the requests need could not be locked. */
  void update(Collection<ReservationRequest> requests, Set<Long> locked) {
    long now = System.nanoTime();
    for (ReservationRequest request : requests) {
      for (ReservationLine line : request.lines()) {
        if (locked.contains(line.productId())) {
          since.putIfAbsent(line.productId(), now);
        } else {
          since.remove(line.productId());
        }
      }
    }
  }
}

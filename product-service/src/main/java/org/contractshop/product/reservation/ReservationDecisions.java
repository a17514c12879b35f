package org.contractshop.product.reservation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.contractshop.product.reservation.Refusal.Reason;
import org.contractshop.product.reservation.StockReservation.ReservedLine;
import org.jspecify.annotations.Nullable;

/** Decides the requests of one transaction, one after the other, on the rows it locked. */
final class ReservationDecisions {
  private final Map<Long, StockRow> stock;
  private final Set<Long> lockedElsewhere;
  private final Map<UUID, StoredReservation> known;
  private final List<StoredReservation> made = new ArrayList<>();

  ReservationDecisions(LockedStock locked) {
    stock = new HashMap<>(locked.rows());
    lockedElsewhere = locked.lockedElsewhere();
    known = new HashMap<>(locked.known());
  }

  /**
   * @return empty if another transaction has locked one of the products
   */
  Optional<ReservationOutcome> decide(ReservationRequest request) {
    StoredReservation earlier = known.get(request.id());
    if (earlier != null) {
      return Optional.of(earlier.outcomeOfRepeat(request));
    }
    if (request.lines().stream().anyMatch(line -> lockedElsewhere.contains(line.productId()))) {
      return Optional.empty();
    }
    Refusal refusal = refusal(request);
    StoredReservation decision =
        refusal == null
            ? StoredReservation.held(request, take(request))
            : StoredReservation.refused(request, refusal);
    known.put(request.id(), decision);
    made.add(decision);
    return Optional.of(decision.outcome());
  }

  /** Decisions that are not stored yet. */
  List<StoredReservation> made() {
    return made;
  }

  /** The quantities taken, by product. */
  SortedMap<Long, Long> taken() {
    SortedMap<Long, Long> pieces = new TreeMap<>();
    for (StoredReservation decision : made) {
      decision
          .lines()
          .forEach(line -> pieces.merge(line.productId(), (long) line.quantity(), Long::sum));
    }
    return pieces;
  }

  private @Nullable Refusal refusal(ReservationRequest request) {
    for (Map.Entry<Long, Long> wanted : request.pieces().entrySet()) {
      StockRow row = stock.get(wanted.getKey());
      if (row == null) {
        return new Refusal(Reason.UNKNOWN_PRODUCT, wanted.getKey());
      }
      if (row.stock() < wanted.getValue()) {
        return new Refusal(Reason.INSUFFICIENT_STOCK, wanted.getKey());
      }
    }
    return null;
  }

  private List<ReservedLine> take(ReservationRequest request) {
    List<ReservedLine> lines = new ArrayList<>();
    for (ReservationLine line : request.lines()) {
      StockRow row = Objects.requireNonNull(stock.get(line.productId()));
      lines.add(new ReservedLine(line.productId(), row.name(), line.quantity(), row.price()));
      stock.put(line.productId(), row.minus(line.quantity()));
    }
    return lines;
  }
}

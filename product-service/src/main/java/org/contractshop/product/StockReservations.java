package org.contractshop.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.contractshop.product.Shelves.Patience;
import org.contractshop.product.Shelves.Shelf;
import org.contractshop.product.StockReservation.ReservedLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes stock and puts it back.
 *
 * <p>Exact because the rows of all products are locked, in the order of their ids, before anything
 * is read or decided, and because the reservation's id is unique: of two requests with one id, one
 * inserts and the other reads.
 */
@Component
class StockReservations {
  private final Shelves shelves;
  private final Decisions decisions;

  StockReservations(Shelves shelves, Decisions decisions) {
    this.shelves = shelves;
    this.decisions = decisions;
  }

  /**
   * Decides the requests one after the other, in one transaction.
   *
   * @return a verdict for each request, in their order
   * @throws ConcurrentReservationException if another transaction took one of the ids meanwhile;
   *     nothing was done, and another attempt will find it
   */
  @Transactional
  List<Verdict> reserve(List<ReservationRequest> requests) {
    return reserve(requests, Patience.WAIT);
  }

  /** As {@link #reserve}, but fails at once if another transaction holds one of the products. */
  @Transactional
  Verdict reserveAtOnce(ReservationRequest request) {
    return reserve(List.of(request), Patience.FAIL_AT_ONCE).get(0);
  }

  private List<Verdict> reserve(List<ReservationRequest> requests, Patience patience) {
    Map<Long, Shelf> stock = shelves.lock(productIds(requests), patience);
    Map<UUID, Decision> known = decisions.find(requests);
    List<Decision> decidedNow = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (ReservationRequest request : requests) {
      Decision earlier = known.get(request.id());
      if (earlier == null) {
        Decision decision = decide(request, stock);
        known.put(request.id(), decision);
        decidedNow.add(decision);
        verdicts.add(decision.verdict());
      } else {
        verdicts.add(earlier.again(request));
      }
    }
    if (!decidedNow.isEmpty()) {
      decisions.save(decidedNow);
      shelves.take(pieces(decidedNow));
    }
    return verdicts;
  }

  /**
   * Puts the stock of a reservation back, once. An id without a reservation is taken, so that a
   * reservation that arrives late finds it released.
   */
  @Transactional
  void release(UUID id) {
    if (decisions.bury(id)) {
      return;
    }
    shelves.lock(id);
    if (decisions.release(id)) {
      shelves.putBack(id);
    }
  }

  private static SortedSet<Long> productIds(List<ReservationRequest> requests) {
    SortedSet<Long> ids = new TreeSet<>();
    requests.forEach(request -> request.lines().forEach(line -> ids.add(line.productId())));
    return ids;
  }

  private static SortedMap<Long, Long> pieces(List<Decision> decisions) {
    SortedMap<Long, Long> pieces = new TreeMap<>();
    for (Decision decision : decisions) {
      decision
          .lines()
          .forEach(line -> pieces.merge(line.productId(), (long) line.quantity(), Long::sum));
    }
    return pieces;
  }

  private static Decision decide(ReservationRequest request, Map<Long, Shelf> stock) {
    Verdict refusal = refusal(request, stock);
    if (refusal != null) {
      return new Decision(request.id(), request.fingerprint(), refusal);
    }
    request.pieces().forEach((productId, pieces) -> stock.get(productId).stock -= pieces);
    List<ReservedLine> lines =
        request.lines().stream()
            .map(
                line -> {
                  Shelf shelf = stock.get(line.productId());
                  return new ReservedLine(
                      line.productId(), shelf.name, line.quantity(), shelf.price);
                })
            .toList();
    return new Decision(
        request.id(),
        request.fingerprint(),
        new Verdict.Held(new StockReservation(request.id(), lines), true));
  }

  private static @Nullable Verdict refusal(ReservationRequest request, Map<Long, Shelf> stock) {
    for (Map.Entry<Long, Long> wanted : request.pieces().entrySet()) {
      Shelf shelf = stock.get(wanted.getKey());
      if (shelf == null) {
        return new Verdict.UnknownProduct(wanted.getKey());
      }
      if (shelf.stock < wanted.getValue()) {
        return new Verdict.InsufficientStock(wanted.getKey());
      }
    }
    return null;
  }
}

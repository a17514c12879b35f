package org.contractshop.product;

import java.util.List;
import java.util.UUID;
import org.contractshop.product.StockReservation.ReservedLine;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a reservation id, as it is stored.
 *
 * @param requested the fingerprint of the lines that were asked for
 */
record Decision(UUID id, String requested, Verdict verdict) {

  static Verdict refusal(String reason, long productId) {
    return reason.equals("unknown-product")
        ? new Verdict.UnknownProduct(productId)
        : new Verdict.InsufficientStock(productId);
  }

  /** What a later request with the same id is told. */
  Verdict again(ReservationRequest request) {
    if (verdict instanceof Verdict.Released) {
      return verdict;
    }
    if (!request.fingerprint().equals(requested)) {
      return new Verdict.OtherLines();
    }
    return verdict instanceof Verdict.Held held
        ? new Verdict.Held(held.reservation(), false)
        : verdict;
  }

  List<ReservedLine> lines() {
    return verdict instanceof Verdict.Held held ? held.reservation().lines() : List.of();
  }

  String status() {
    return verdict instanceof Verdict.Held ? "held" : "refused";
  }

  @Nullable String refusal() {
    if (verdict instanceof Verdict.UnknownProduct) {
      return "unknown-product";
    }
    return verdict instanceof Verdict.InsufficientStock ? "insufficient-stock" : null;
  }

  @Nullable Long refusedProductId() {
    if (verdict instanceof Verdict.UnknownProduct unknown) {
      return unknown.productId();
    }
    return verdict instanceof Verdict.InsufficientStock scarce ? scarce.productId() : null;
  }
}

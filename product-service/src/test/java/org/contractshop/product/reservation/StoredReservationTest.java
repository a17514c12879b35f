package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.product.reservation.Reservations.insufficientStock;
import static org.contractshop.product.reservation.Reservations.unknownProduct;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.contractshop.product.reservation.Refusal.Reason;
import org.contractshop.product.reservation.ReservationOutcome.Held;
import org.contractshop.product.reservation.ReservationOutcome.OtherLines;
import org.contractshop.product.reservation.ReservationOutcome.Released;
import org.contractshop.product.reservation.StockReservation.ReservedLine;
import org.contractshop.product.reservation.StoredReservation.Status;
import org.junit.jupiter.api.Test;

class StoredReservationTest {
  private static final UUID ID = UUID.randomUUID();
  private static final List<ReservedLine> LINES =
      List.of(new ReservedLine(1, "Keyboard", 2, new BigDecimal("129.99")));
  private static final ReservationRequest REQUEST = request(2);
  private static final ReservationRequest OTHER_LINES = request(3);

  private final StoredReservation held = StoredReservation.held(REQUEST, LINES);

  @Test
  void tellsTheSameRequestThatItsStockWasTakenBefore() {
    assertThat(held.outcome()).isEqualTo(new Held(new StockReservation(ID, LINES), true));
    assertThat(held.outcomeOfRepeat(REQUEST))
        .isEqualTo(new Held(new StockReservation(ID, LINES), false));
  }

  @Test
  void refusesTheSameRequestForTheSameReason() {
    assertThat(refused(Reason.INSUFFICIENT_STOCK, 1).outcomeOfRepeat(REQUEST))
        .isEqualTo(insufficientStock(1));
    assertThat(refused(Reason.UNKNOWN_PRODUCT, 9).outcomeOfRepeat(REQUEST))
        .isEqualTo(unknownProduct(9));
  }

  @Test
  void refusesOtherLinesWhateverWasDecidedAboutTheFirst() {
    assertThat(held.outcomeOfRepeat(OTHER_LINES)).isEqualTo(new OtherLines());
    assertThat(refused(Reason.INSUFFICIENT_STOCK, 1).outcomeOfRepeat(OTHER_LINES))
        .isEqualTo(new OtherLines());
  }

  @Test
  void staysReleasedForAllLines() {
    StoredReservation tombstone = new StoredReservation(ID, Status.RELEASED, "", null, List.of());
    assertThat(tombstone.outcomeOfRepeat(REQUEST)).isEqualTo(new Released());
    StoredReservation refusedAndReleased =
        new StoredReservation(
            ID,
            Status.RELEASED,
            REQUEST.fingerprint(),
            new Refusal(Reason.INSUFFICIENT_STOCK, 1),
            List.of());
    assertThat(refusedAndReleased.outcomeOfRepeat(REQUEST)).isEqualTo(new Released());
    assertThat(refusedAndReleased.outcomeOfRepeat(OTHER_LINES)).isEqualTo(new Released());
  }

  private static StoredReservation refused(Reason reason, long productId) {
    return StoredReservation.refused(REQUEST, new Refusal(reason, productId));
  }

  private static ReservationRequest request(int quantity) {
    return new ReservationRequest(ID, List.of(new ReservationLine(1, quantity)));
  }
}

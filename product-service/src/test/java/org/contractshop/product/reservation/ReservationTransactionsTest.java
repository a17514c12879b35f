package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.product.reservation.Reservations.insufficientStock;
import static org.contractshop.product.reservation.Reservations.line;
import static org.contractshop.product.reservation.Reservations.reserveAll;
import static org.contractshop.product.reservation.Reservations.unknownProduct;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.contractshop.product.ServiceTest;
import org.contractshop.product.reservation.StockReservation.ReservedLine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReservationTransactionsTest extends ServiceTest {
  private static final UUID ID = UUID.fromString("10000000-0000-4000-8000-000000000001");

  @Autowired private ReservationTransactions transactions;

  @Test
  void takesTheStockOfAllLines() {
    assertThat(reserve(ID, line(MOUSE, 2), line(KEYBOARD, 1)))
        .isEqualTo(
            new ReservationOutcome.Held(
                new StockReservation(
                    ID,
                    List.of(
                        new ReservedLine(MOUSE, "Ergonomic Mouse", 2, new BigDecimal("79.99")),
                        new ReservedLine(
                            KEYBOARD, "Mechanical Keyboard", 1, new BigDecimal("129.99")))),
                true));
    assertStock(KEYBOARDS - 1, HUBS, MICE - 2);
  }

  @Test
  void takesNothingIfOneLineIsShort() {
    assertThat(reserve(ID, line(KEYBOARD, 1), line(MOUSE, MICE + 1), line(HUB, 1)))
        .isEqualTo(insufficientStock(MOUSE));
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void takesNothingIfOneProductIsUnknown() {
    assertThat(reserve(ID, line(KEYBOARD, 1), line(999, 1))).isEqualTo(unknownProduct(999));
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void sellsTheLastPiece() {
    assertThat(reserve(ID, line(MOUSE, MICE))).isInstanceOf(ReservationOutcome.Held.class);
    assertThat(reserve(UUID.randomUUID(), line(MOUSE, 1))).isEqualTo(insufficientStock(MOUSE));
    assertStock(KEYBOARDS, HUBS, 0);
  }

  @Test
  void countsAProductOnTwoLinesAsASum() {
    assertThat(reserve(ID, line(MOUSE, 16), line(MOUSE, 15))).isEqualTo(insufficientStock(MOUSE));
    assertThat(reserve(UUID.randomUUID(), line(MOUSE, 16), line(MOUSE, 14)))
        .isInstanceOf(ReservationOutcome.Held.class);
    assertStock(KEYBOARDS, HUBS, 0);
  }

  @Test
  void takesStockOnceForARepeatedRequest() {
    ReservationOutcome.Held first =
        (ReservationOutcome.Held) reserve(ID, line(MOUSE, 2), line(HUB, 1));
    assertThat(reserve(ID, line(MOUSE, 2), line(HUB, 1)))
        .isEqualTo(new ReservationOutcome.Held(first.reservation(), false));
    assertStock(KEYBOARDS, HUBS - 1, MICE - 2);
  }

  @Test
  void refusesARepeatedRequestAlsoAfterStockCameBack() {
    UUID other = UUID.randomUUID();
    reserve(other, line(MOUSE, MICE));
    assertThat(reserve(ID, line(MOUSE, 1))).isEqualTo(insufficientStock(MOUSE));
    transactions.release(other);
    assertThat(reserve(ID, line(MOUSE, 1))).isEqualTo(insufficientStock(MOUSE));
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void refusesARepeatedRequestAlsoAfterTheProductWasAdded() {
    assertThat(reserve(ID, line(4, 1))).isEqualTo(unknownProduct(4));
    database
        .sql("INSERT INTO product (name, price, stock, category) VALUES ('Monitor', 1, 1, 'new')")
        .update();
    assertThat(reserve(ID, line(4, 1))).isEqualTo(unknownProduct(4));
    assertThat(stock(4)).isEqualTo(1);
  }

  @Test
  void refusesOtherLinesUnderTheSameId() {
    reserve(ID, line(MOUSE, 2));
    assertThat(reserve(ID, line(MOUSE, 3))).isEqualTo(new ReservationOutcome.OtherLines());
    assertThat(reserve(ID, line(HUB, 2))).isEqualTo(new ReservationOutcome.OtherLines());
    assertStock(KEYBOARDS, HUBS, MICE - 2);
  }

  @Test
  void keepsTheNamesAndPricesOfTheReservation() {
    ReservationOutcome.Held first = (ReservationOutcome.Held) reserve(ID, line(MOUSE, 2));
    database.sql("UPDATE product SET name = 'Mouse 2', price = 99.99 WHERE id = 3").update();
    ReservationOutcome.Held again = (ReservationOutcome.Held) reserve(ID, line(MOUSE, 2));
    assertThat(again.reservation()).isEqualTo(first.reservation());
    ReservationOutcome.Held later =
        (ReservationOutcome.Held) reserve(UUID.randomUUID(), line(MOUSE, 2));
    assertThat(later.reservation().lines())
        .containsExactly(new ReservedLine(MOUSE, "Mouse 2", 2, new BigDecimal("99.99")));
  }

  @Test
  void putsTheStockOfAReservationBackOnce() {
    reserve(ID, line(MOUSE, 2), line(MOUSE, 3), line(HUB, 1));
    transactions.release(ID);
    assertStock(KEYBOARDS, HUBS, MICE);
    transactions.release(ID);
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void putsBackOnlyWhatTheReservationTook() {
    reserve(ID, line(MOUSE, 2));
    reserve(UUID.randomUUID(), line(MOUSE, 5), line(HUB, 7));
    transactions.release(ID);
    assertStock(KEYBOARDS, HUBS - 7, MICE - 5);
  }

  @Test
  void putsNothingBackForARefusedReservation() {
    reserve(ID, line(HUB, 1), line(MOUSE, MICE + 1));
    transactions.release(ID);
    assertStock(KEYBOARDS, HUBS, MICE);
    assertThat(reserve(ID, line(HUB, 1), line(MOUSE, MICE + 1)))
        .isEqualTo(new ReservationOutcome.Released());
  }

  @Test
  void neverReservesAReleasedIdAgain() {
    reserve(ID, line(MOUSE, 2));
    transactions.release(ID);
    assertThat(reserve(ID, line(MOUSE, 2))).isEqualTo(new ReservationOutcome.Released());
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void refusesAReservationThatArrivesAfterItsRelease() {
    transactions.release(ID);
    assertThat(reserve(ID, line(MOUSE, 2))).isEqualTo(new ReservationOutcome.Released());
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  private ReservationOutcome reserve(UUID id, ReservationLine... lines) {
    return reserveAll(transactions, List.of(new ReservationRequest(id, List.of(lines)))).get(0);
  }

  private void assertStock(int keyboards, int hubs, int mice) {
    assertThat(List.of(stock(KEYBOARD), stock(HUB), stock(MOUSE)))
        .containsExactly(keyboards, hubs, mice);
  }
}

package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.contractshop.product.StockReservation.ReservedLine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StockReservationsTest extends ServiceTest {
  private static final UUID ID = UUID.fromString("10000000-0000-4000-8000-000000000001");

  @Autowired private StockReservations reservations;

  @Test
  void takesTheStockOfAllLines() {
    assertThat(reserve(ID, new Line(MOUSE, 2), new Line(KEYBOARD, 1)))
        .isEqualTo(
            new Verdict.Held(
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
    assertThat(reserve(ID, new Line(KEYBOARD, 1), new Line(MOUSE, MICE + 1), new Line(HUB, 1)))
        .isEqualTo(new Verdict.InsufficientStock(MOUSE));
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void takesNothingIfOneProductIsUnknown() {
    assertThat(reserve(ID, new Line(KEYBOARD, 1), new Line(999, 1)))
        .isEqualTo(new Verdict.UnknownProduct(999));
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void sellsTheLastPiece() {
    assertThat(reserve(ID, new Line(MOUSE, MICE))).isInstanceOf(Verdict.Held.class);
    assertThat(reserve(UUID.randomUUID(), new Line(MOUSE, 1)))
        .isEqualTo(new Verdict.InsufficientStock(MOUSE));
    assertStock(KEYBOARDS, HUBS, 0);
  }

  @Test
  void countsAProductOnTwoLinesAsASum() {
    assertThat(reserve(ID, new Line(MOUSE, 16), new Line(MOUSE, 15)))
        .isEqualTo(new Verdict.InsufficientStock(MOUSE));
    assertThat(reserve(UUID.randomUUID(), new Line(MOUSE, 16), new Line(MOUSE, 14)))
        .isInstanceOf(Verdict.Held.class);
    assertStock(KEYBOARDS, HUBS, 0);
  }

  @Test
  void takesStockOnceForARepeatedRequest() {
    Verdict.Held first = (Verdict.Held) reserve(ID, new Line(MOUSE, 2), new Line(HUB, 1));
    assertThat(reserve(ID, new Line(MOUSE, 2), new Line(HUB, 1)))
        .isEqualTo(new Verdict.Held(first.reservation(), false));
    assertStock(KEYBOARDS, HUBS - 1, MICE - 2);
  }

  @Test
  void refusesARepeatedRequestAlsoAfterStockCameBack() {
    UUID other = UUID.randomUUID();
    reserve(other, new Line(MOUSE, MICE));
    assertThat(reserve(ID, new Line(MOUSE, 1))).isEqualTo(new Verdict.InsufficientStock(MOUSE));
    reservations.release(other);
    assertThat(reserve(ID, new Line(MOUSE, 1))).isEqualTo(new Verdict.InsufficientStock(MOUSE));
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void refusesARepeatedRequestAlsoAfterTheProductWasAdded() {
    assertThat(reserve(ID, new Line(4, 1))).isEqualTo(new Verdict.UnknownProduct(4));
    database
        .sql("INSERT INTO product (name, price, stock, category) VALUES ('Monitor', 1, 1, 'new')")
        .update();
    assertThat(reserve(ID, new Line(4, 1))).isEqualTo(new Verdict.UnknownProduct(4));
    assertThat(stock(4)).isEqualTo(1);
  }

  @Test
  void refusesOtherLinesUnderTheSameId() {
    reserve(ID, new Line(MOUSE, 2));
    assertThat(reserve(ID, new Line(MOUSE, 3))).isEqualTo(new Verdict.OtherLines());
    assertThat(reserve(ID, new Line(HUB, 2))).isEqualTo(new Verdict.OtherLines());
    assertStock(KEYBOARDS, HUBS, MICE - 2);
  }

  @Test
  void keepsTheNamesAndPricesOfTheReservation() {
    Verdict.Held first = (Verdict.Held) reserve(ID, new Line(MOUSE, 2));
    database.sql("UPDATE product SET name = 'Mouse 2', price = 99.99 WHERE id = 3").update();
    Verdict.Held again = (Verdict.Held) reserve(ID, new Line(MOUSE, 2));
    assertThat(again.reservation()).isEqualTo(first.reservation());
    Verdict.Held later = (Verdict.Held) reserve(UUID.randomUUID(), new Line(MOUSE, 2));
    assertThat(later.reservation().lines())
        .containsExactly(new ReservedLine(MOUSE, "Mouse 2", 2, new BigDecimal("99.99")));
  }

  @Test
  void putsTheStockOfAReservationBackOnce() {
    reserve(ID, new Line(MOUSE, 2), new Line(MOUSE, 3), new Line(HUB, 1));
    reservations.release(ID);
    assertStock(KEYBOARDS, HUBS, MICE);
    reservations.release(ID);
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void putsBackOnlyWhatTheReservationTook() {
    reserve(ID, new Line(MOUSE, 2));
    reserve(UUID.randomUUID(), new Line(MOUSE, 5), new Line(HUB, 7));
    reservations.release(ID);
    assertStock(KEYBOARDS, HUBS - 7, MICE - 5);
  }

  @Test
  void putsNothingBackForARefusedReservation() {
    reserve(ID, new Line(HUB, 1), new Line(MOUSE, MICE + 1));
    reservations.release(ID);
    assertStock(KEYBOARDS, HUBS, MICE);
    assertThat(reserve(ID, new Line(HUB, 1), new Line(MOUSE, MICE + 1)))
        .isEqualTo(new Verdict.Released());
  }

  @Test
  void neverReservesAReleasedIdAgain() {
    reserve(ID, new Line(MOUSE, 2));
    reservations.release(ID);
    assertThat(reserve(ID, new Line(MOUSE, 2))).isEqualTo(new Verdict.Released());
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  @Test
  void refusesAReservationThatArrivesAfterItsRelease() {
    reservations.release(ID);
    assertThat(reserve(ID, new Line(MOUSE, 2))).isEqualTo(new Verdict.Released());
    assertStock(KEYBOARDS, HUBS, MICE);
  }

  private Verdict reserve(UUID id, Line... lines) {
    return reservations.reserve(List.of(new ReservationRequest(id, List.of(lines)))).get(0);
  }

  private void assertStock(int keyboards, int hubs, int mice) {
    assertThat(List.of(stock(KEYBOARD), stock(HUB), stock(MOUSE)))
        .containsExactly(keyboards, hubs, mice);
  }
}

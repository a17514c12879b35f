package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.contractshop.product.StockReservation.ReservedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {
  private static final UUID ID = UUID.randomUUID();
  private static final ReservationRequest REQUEST =
      new ReservationRequest(ID, List.of(new Line(1, 2)));
  private static final StockReservation RESERVATION =
      new StockReservation(
          ID, List.of(new ReservedLine(1, "Keyboard", 2, new BigDecimal("129.99"))));
  private static final ReservationRequest OTHER_LINES =
      new ReservationRequest(ID, List.of(new Line(1, 3)));

  @Test
  void tellsTheSameRequestThatItsStockWasTakenBefore() {
    assertThat(decision(new Verdict.Held(RESERVATION, true)).again(REQUEST))
        .isEqualTo(new Verdict.Held(RESERVATION, false));
  }

  @Test
  void refusesTheSameRequestForTheSameReason() {
    assertThat(decision(new Verdict.InsufficientStock(1)).again(REQUEST))
        .isEqualTo(new Verdict.InsufficientStock(1));
    assertThat(decision(new Verdict.UnknownProduct(9)).again(REQUEST))
        .isEqualTo(new Verdict.UnknownProduct(9));
  }

  @Test
  void refusesOtherLinesWhateverWasDecidedAboutTheFirst() {
    assertThat(decision(new Verdict.Held(RESERVATION, true)).again(OTHER_LINES))
        .isEqualTo(new Verdict.OtherLines());
    assertThat(decision(new Verdict.InsufficientStock(1)).again(OTHER_LINES))
        .isEqualTo(new Verdict.OtherLines());
  }

  @Test
  void staysReleasedForAllLines() {
    Decision released = new Decision(ID, "", new Verdict.Released());
    assertThat(released.again(REQUEST)).isEqualTo(new Verdict.Released());
    assertThat(released.again(OTHER_LINES)).isEqualTo(new Verdict.Released());
  }

  @Test
  void isStoredAsHeldWithItsLines() {
    Decision held = decision(new Verdict.Held(RESERVATION, true));
    assertThat(held.status()).isEqualTo("held");
    assertThat(held.refusal()).isNull();
    assertThat(held.refusedProductId()).isNull();
    assertThat(held.lines()).isEqualTo(RESERVATION.lines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"insufficient-stock", "unknown-product"})
  void isStoredAsARefusalThatCanBeReadBack(String reason) {
    Decision refused = decision(Decision.refusal(reason, 7));
    assertThat(refused.status()).isEqualTo("refused");
    assertThat(refused.refusal()).isEqualTo(reason);
    assertThat(refused.refusedProductId()).isEqualTo(7);
    assertThat(refused.lines()).isEmpty();
  }

  private static Decision decision(Verdict verdict) {
    return new Decision(ID, REQUEST.fingerprint(), verdict);
  }
}

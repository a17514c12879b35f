package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractshop.product.reservation.Reservations.line;
import static org.contractshop.product.reservation.Reservations.request;
import static org.contractshop.product.reservation.Reservations.reserveAll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.contractshop.product.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Many requests that one transaction decides. */
class ReservationBatchTest extends ServiceTest {
  @Autowired private ReservationTransactions transactions;

  @Test
  void decidesInTheOrderOfTheRequests() {
    assertThat(
            outcomes(
                request(MOUSE, 20),
                request(MOUSE, 20),
                request(999, 1),
                request(MOUSE, 10),
                request(MOUSE, 1)))
        .containsExactly(
            "Held", "INSUFFICIENT_STOCK", "UNKNOWN_PRODUCT", "Held", "INSUFFICIENT_STOCK");
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void takesNothingForAShortRequestBetweenItsNeighbours() {
    assertThat(
            outcomes(
                request(line(KEYBOARD, 1), line(HUB, 1)),
                request(line(KEYBOARD, 1), line(HUB, 1), line(MOUSE, MICE + 1)),
                request(line(MOUSE, 1), line(KEYBOARD, 1))))
        .containsExactly("Held", "INSUFFICIENT_STOCK", "Held");
    assertThat(stock(KEYBOARD)).isEqualTo(KEYBOARDS - 2);
    assertThat(stock(HUB)).isEqualTo(HUBS - 1);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 1);
  }

  @Test
  void takesStockOnceForAnIdThatComesTwice() {
    ReservationRequest request = request(MOUSE, 2);
    ReservationRequest otherLines = new ReservationRequest(request.id(), List.of(line(HUB, 1)));
    List<ReservationOutcome> outcomes =
        reserveAll(transactions, List.of(request, request, otherLines));
    assertThat(((ReservationOutcome.Held) outcomes.get(0)).created()).isTrue();
    assertThat(((ReservationOutcome.Held) outcomes.get(1)).created()).isFalse();
    assertThat(outcomes.get(2)).isEqualTo(new ReservationOutcome.OtherLines());
    assertThat(stock(MOUSE)).isEqualTo(MICE - 2);
    assertThat(stock(HUB)).isEqualTo(HUBS);
  }

  @Test
  void repeatsEarlierVerdictsBesideNewOnes() {
    ReservationRequest held = request(line(MOUSE, 2), line(HUB, 1), line(MOUSE, 3));
    ReservationRequest refused = request(MOUSE, MICE);
    ReservationRequest released = request(KEYBOARD, 3);
    List<ReservationOutcome> first = reserveAll(transactions, List.of(held, refused, released));
    transactions.release(released.id());
    List<ReservationOutcome> second =
        reserveAll(transactions, List.of(released, request(HUB, 9), refused, held));
    assertThat(second.get(0)).isEqualTo(new ReservationOutcome.Released());
    assertThat(((ReservationOutcome.Held) second.get(1)).created()).isTrue();
    assertThat(second.get(2))
        .isEqualTo(first.get(1))
        .isInstanceOf(ReservationOutcome.Refused.class);
    assertThat(second.get(3))
        .isEqualTo(
            new ReservationOutcome.Held(
                ((ReservationOutcome.Held) first.get(0)).reservation(), false));
    assertThat(stock(HUB)).isEqualTo(HUBS - 10);
  }

  @Test
  void givesEveryReservationItsOwnLinesInTheirOrder() {
    List<ReservationRequest> requests = new ArrayList<>();
    for (int number = 1; number <= 10; number++) {
      requests.add(request(line(MOUSE, 1), line(HUB, number), line(KEYBOARD, 1)));
    }
    reserveAll(transactions, requests);
    for (ReservationRequest request : requests) {
      ReservationOutcome.Held held =
          (ReservationOutcome.Held) reserveAll(transactions, List.of(request)).get(0);
      assertThat(held.reservation().id()).isEqualTo(request.id());
      assertThat(held.reservation().lines())
          .extracting(line -> new ReservationLine(line.productId(), line.quantity()))
          .isEqualTo(request.lines());
    }
  }

  @Test
  void takesAnOrderOfFiftyLines() {
    assertThat(
            outcomes(
                request(Collections.nCopies(50, line(HUB, 2)).toArray(ReservationLine[]::new))))
        .containsExactly("Held");
    assertThat(stock(HUB)).isEqualTo(HUBS - 100);
  }

  @Test
  void doesNothingAtAllIfTheDatabaseRefusesOne() {
    List<ReservationRequest> requests = List.of(request(MOUSE, 1), request(HUB, Integer.MIN_VALUE));
    assertThatThrownBy(() -> reserveAll(transactions, requests))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(stock(MOUSE)).isEqualTo(MICE);
    assertThat(outcomes(requests.get(0))).containsExactly("Held");
  }

  private List<String> outcomes(ReservationRequest... requests) {
    return reserveAll(transactions, List.of(requests)).stream()
        .map(
            outcome ->
                outcome instanceof ReservationOutcome.Refused refused
                    ? refused.refusal().reason().name()
                    : outcome.getClass().getSimpleName())
        .toList();
  }
}

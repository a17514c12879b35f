package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Many requests that one transaction decides. */
class ReservationBatchTest extends ServiceTest {
  @Autowired private StockReservations reservations;

  @Test
  void decidesInTheOrderOfTheRequests() {
    assertThat(
            verdicts(
                request(new Line(MOUSE, 20)),
                request(new Line(MOUSE, 20)),
                request(new Line(999, 1)),
                request(new Line(MOUSE, 10)),
                request(new Line(MOUSE, 1))))
        .containsExactly(
            "Held", "InsufficientStock", "UnknownProduct", "Held", "InsufficientStock");
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void takesNothingForAShortRequestBetweenItsNeighbours() {
    assertThat(
            verdicts(
                request(new Line(KEYBOARD, 1), new Line(HUB, 1)),
                request(new Line(KEYBOARD, 1), new Line(HUB, 1), new Line(MOUSE, MICE + 1)),
                request(new Line(MOUSE, 1), new Line(KEYBOARD, 1))))
        .containsExactly("Held", "InsufficientStock", "Held");
    assertThat(stock(KEYBOARD)).isEqualTo(KEYBOARDS - 2);
    assertThat(stock(HUB)).isEqualTo(HUBS - 1);
    assertThat(stock(MOUSE)).isEqualTo(MICE - 1);
  }

  @Test
  void takesStockOnceForAnIdThatComesTwice() {
    ReservationRequest request = request(new Line(MOUSE, 2));
    ReservationRequest otherLines = new ReservationRequest(request.id(), List.of(new Line(HUB, 1)));
    List<Verdict> verdicts = reservations.reserve(List.of(request, request, otherLines));
    assertThat(((Verdict.Held) verdicts.get(0)).first()).isTrue();
    assertThat(((Verdict.Held) verdicts.get(1)).first()).isFalse();
    assertThat(verdicts.get(2)).isEqualTo(new Verdict.OtherLines());
    assertThat(stock(MOUSE)).isEqualTo(MICE - 2);
    assertThat(stock(HUB)).isEqualTo(HUBS);
  }

  @Test
  void repeatsEarlierVerdictsBesideNewOnes() {
    ReservationRequest held = request(new Line(MOUSE, 2), new Line(HUB, 1), new Line(MOUSE, 3));
    ReservationRequest refused = request(new Line(MOUSE, MICE));
    ReservationRequest released = request(new Line(KEYBOARD, 3));
    List<Verdict> first = reservations.reserve(List.of(held, refused, released));
    reservations.release(released.id());
    List<Verdict> second =
        reservations.reserve(List.of(released, request(new Line(HUB, 9)), refused, held));
    assertThat(second.get(0)).isEqualTo(new Verdict.Released());
    assertThat(((Verdict.Held) second.get(1)).first()).isTrue();
    assertThat(second.get(2)).isEqualTo(first.get(1)).isInstanceOf(Verdict.InsufficientStock.class);
    assertThat(second.get(3))
        .isEqualTo(new Verdict.Held(((Verdict.Held) first.get(0)).reservation(), false));
    assertThat(stock(HUB)).isEqualTo(HUBS - 10);
  }

  @Test
  void givesEveryReservationItsOwnLinesInTheirOrder() {
    List<ReservationRequest> requests = new ArrayList<>();
    for (int number = 1; number <= 10; number++) {
      requests.add(request(new Line(MOUSE, 1), new Line(HUB, number), new Line(KEYBOARD, 1)));
    }
    reservations.reserve(requests);
    for (ReservationRequest request : requests) {
      Verdict.Held held = (Verdict.Held) reservations.reserve(List.of(request)).get(0);
      assertThat(held.reservation().id()).isEqualTo(request.id());
      assertThat(held.reservation().lines())
          .extracting(line -> new Line(line.productId(), line.quantity()))
          .isEqualTo(request.lines());
    }
  }

  @Test
  void takesAnOrderOfFiftyLines() {
    assertThat(verdicts(request(Collections.nCopies(50, new Line(HUB, 2)).toArray(Line[]::new))))
        .containsExactly("Held");
    assertThat(stock(HUB)).isEqualTo(HUBS - 100);
  }

  @Test
  void doesNothingAtAllIfTheDatabaseRefusesOne() {
    List<ReservationRequest> requests =
        List.of(request(new Line(MOUSE, 1)), request(new Line(HUB, 0)));
    assertThatThrownBy(() -> reservations.reserve(requests))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(stock(MOUSE)).isEqualTo(MICE);
    assertThat(verdicts(requests.get(0))).containsExactly("Held");
  }

  private List<String> verdicts(ReservationRequest... requests) {
    return reservations.reserve(List.of(requests)).stream()
        .map(verdict -> verdict.getClass().getSimpleName())
        .toList();
  }

  private static ReservationRequest request(Line... lines) {
    return new ReservationRequest(UUID.randomUUID(), List.of(lines));
  }
}

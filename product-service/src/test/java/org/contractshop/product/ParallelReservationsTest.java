package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances of the service on one database, as far as reservations go. */
class ParallelReservationsTest extends ServiceTest {
  @Autowired private StockReservations reservations;
  @Autowired private ReservationBatcher batcher;
  private ReservationBatcher otherInstance;

  @BeforeEach
  void startTheOtherInstance() {
    otherInstance = new ReservationBatcher(reservations);
  }

  @AfterEach
  void stopTheOtherInstance() throws InterruptedException {
    otherInstance.destroy();
  }

  @Test
  void sellsExactlyThirtyPiecesTo120Callers() throws Exception {
    List<Verdict> verdicts =
        Together.run(120, number -> () -> batcher.reserve(request(new Line(MOUSE, 1))));
    assertThat(held(verdicts)).hasSize(MICE);
    assertThat(verdicts).filteredOn(new Verdict.InsufficientStock(MOUSE)::equals).hasSize(120 - 30);
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void sellsExactlyThirtyPiecesThroughTwoInstances() throws Exception {
    List<Verdict> verdicts =
        Together.run(120, number -> () -> instance(number).reserve(request(new Line(MOUSE, 1))));
    assertThat(held(verdicts)).hasSize(MICE);
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void doesNotDeadlockOnBasketsInOppositeOrder() throws Exception {
    Line keyboard = new Line(KEYBOARD, 1);
    Line hub = new Line(HUB, 1);
    List<Verdict> verdicts =
        Together.run(
            80,
            number ->
                () ->
                    instance(number)
                        .reserve(number % 4 < 2 ? request(keyboard, hub) : request(hub, keyboard)));
    assertThat(held(verdicts)).hasSize(KEYBOARDS);
    assertThat(stock(KEYBOARD)).isZero();
    assertThat(stock(HUB)).isEqualTo(HUBS - KEYBOARDS);
  }

  @Test
  void takesStockOnceForOneIdThatIsSentFiftyTimes() throws Exception {
    ReservationRequest request = request(new Line(MOUSE, 2), new Line(HUB, 1));
    List<Verdict> verdicts = Together.run(50, number -> () -> instance(number).reserve(request));
    assertThat(held(verdicts)).hasSize(50);
    assertThat(held(verdicts)).filteredOn(Verdict.Held::first).hasSize(1);
    assertThat(held(verdicts))
        .extracting(Verdict.Held::reservation)
        .containsOnly(held(verdicts).get(0).reservation());
    assertThat(stock(MOUSE)).isEqualTo(MICE - 2);
    assertThat(stock(HUB)).isEqualTo(HUBS - 1);
  }

  @Test
  void letsOneOfTwoRequestsUnderOneIdWin() throws Exception {
    for (int round = 0; round < 20; round++) {
      Catalogue.reset(database);
      UUID id = UUID.randomUUID();
      List<Long> products = List.of(MOUSE, HUB);
      List<Verdict> verdicts =
          Together.run(
              2,
              number ->
                  () ->
                      instance(number)
                          .reserve(
                              new ReservationRequest(
                                  id, List.of(new Line(products.get(number), 1)))));
      assertThat(held(verdicts)).hasSize(1);
      assertThat(verdicts).contains(new Verdict.OtherLines());
      assertThat(MICE - stock(MOUSE) + HUBS - stock(HUB)).isEqualTo(1);
    }
  }

  @Test
  void putsStockBackOnceForTwentyReleases() throws Exception {
    ReservationRequest request = request(new Line(MOUSE, 2), new Line(HUB, 1), new Line(MOUSE, 3));
    batcher.reserve(request);
    Together.run(20, number -> () -> release(request));
    assertThat(stock(MOUSE)).isEqualTo(MICE);
    assertThat(stock(HUB)).isEqualTo(HUBS);
  }

  @Test
  void leavesNoStockBehindIfAReservationMeetsItsRelease() throws Exception {
    for (int round = 0; round < 20; round++) {
      ReservationRequest request = request(new Line(MOUSE, 2), new Line(HUB, 1));
      Together.run(
          4,
          number ->
              () -> number % 2 == 0 ? instance(number / 2).reserve(request) : release(request));
      assertThat(stock(MOUSE)).isEqualTo(MICE);
      assertThat(stock(HUB)).isEqualTo(HUBS);
      assertThat(batcher.reserve(request)).isEqualTo(new Verdict.Released());
    }
  }

  private Verdict release(ReservationRequest request) {
    reservations.release(request.id());
    return new Verdict.Released();
  }

  private ReservationBatcher instance(int number) {
    return number % 2 == 0 ? batcher : otherInstance;
  }

  private static List<Verdict.Held> held(List<Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(verdict -> verdict instanceof Verdict.Held held ? Stream.of(held) : Stream.empty())
        .toList();
  }

  private static ReservationRequest request(Line... lines) {
    return new ReservationRequest(UUID.randomUUID(), List.of(lines));
  }
}

package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.product.reservation.Reservations.PATIENCE;
import static org.contractshop.product.reservation.Reservations.insufficientStock;
import static org.contractshop.product.reservation.Reservations.line;
import static org.contractshop.product.reservation.Reservations.request;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.contractshop.product.LockedProducts;
import org.contractshop.product.ServiceTest;
import org.contractshop.product.TestCatalogue;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances of the service on one database, as far as reservations go. */
class ParallelReservationsTest extends ServiceTest {
  @Autowired private ReservationTransactions transactions;
  @Autowired private ReservationBatcher batcher;
  @Autowired private DataSource pool;

  @AutoClose("destroy")
  private ReservationBatcher otherInstance;

  @BeforeEach
  void startTheOtherInstance() {
    otherInstance = new ReservationBatcher(transactions);
  }

  @Test
  void sellsExactlyThirtyPiecesTo120Callers() throws Exception {
    List<ReservationOutcome> outcomes =
        Together.run(120, number -> () -> batcher.reserve(request(MOUSE, 1), PATIENCE));
    assertThat(held(outcomes)).hasSize(MICE);
    assertThat(outcomes).filteredOn(insufficientStock(MOUSE)::equals).hasSize(120 - 30);
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void sellsExactlyThirtyPiecesThroughTwoInstances() throws Exception {
    List<ReservationOutcome> outcomes =
        race(120, number -> () -> instance(number).reserve(request(MOUSE, 1), PATIENCE));
    assertThat(held(outcomes)).hasSize(MICE);
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void doesNotDeadlockOnBasketsInOppositeOrder() throws Exception {
    ReservationLine keyboard = line(KEYBOARD, 1);
    ReservationLine hub = line(HUB, 1);
    List<ReservationOutcome> outcomes =
        race(
            80,
            number ->
                () ->
                    instance(number)
                        .reserve(
                            number % 4 < 2 ? request(keyboard, hub) : request(hub, keyboard),
                            PATIENCE));
    assertThat(held(outcomes)).hasSize(KEYBOARDS);
    assertThat(stock(KEYBOARD)).isZero();
    assertThat(stock(HUB)).isEqualTo(HUBS - KEYBOARDS);
  }

  @Test
  void takesStockOnceForOneIdThatIsSentFiftyTimes() throws Exception {
    ReservationRequest request = request(line(MOUSE, 2), line(HUB, 1));
    List<ReservationOutcome> outcomes =
        race(50, number -> () -> instance(number).reserve(request, PATIENCE));
    assertThat(held(outcomes)).hasSize(50);
    assertThat(held(outcomes)).filteredOn(ReservationOutcome.Held::created).hasSize(1);
    assertThat(held(outcomes))
        .extracting(ReservationOutcome.Held::reservation)
        .containsOnly(held(outcomes).get(0).reservation());
    assertThat(stock(MOUSE)).isEqualTo(MICE - 2);
    assertThat(stock(HUB)).isEqualTo(HUBS - 1);
  }

  @Test
  void letsOneOfTwoRequestsUnderOneIdWin() throws Exception {
    for (int round = 0; round < 20; round++) {
      TestCatalogue.reset(database);
      UUID id = UUID.randomUUID();
      List<Long> products = List.of(MOUSE, HUB);
      List<ReservationOutcome> outcomes =
          race(
              2,
              number ->
                  () ->
                      instance(number)
                          .reserve(
                              new ReservationRequest(id, List.of(line(products.get(number), 1))),
                              PATIENCE));
      assertThat(held(outcomes)).hasSize(1);
      assertThat(outcomes).contains(new ReservationOutcome.OtherLines());
      assertThat(MICE - stock(MOUSE) + HUBS - stock(HUB)).isEqualTo(1);
    }
  }

  @Test
  void putsStockBackOnceForTwentyReleases() throws Exception {
    ReservationRequest request = request(line(MOUSE, 2), line(HUB, 1), line(MOUSE, 3));
    batcher.reserve(request, PATIENCE);
    Together.run(20, number -> () -> release(request));
    assertThat(stock(MOUSE)).isEqualTo(MICE);
    assertThat(stock(HUB)).isEqualTo(HUBS);
  }

  @Test
  void leavesNoStockBehindIfAReservationMeetsItsRelease() throws Exception {
    for (int round = 0; round < 20; round++) {
      ReservationRequest request = request(line(MOUSE, 2), line(HUB, 1));
      Together.run(
          4,
          number ->
              () ->
                  number % 2 == 0
                      ? instance(number / 2).reserve(request, PATIENCE)
                      : release(request));
      assertThat(stock(MOUSE)).isEqualTo(MICE);
      assertThat(stock(HUB)).isEqualTo(HUBS);
      assertThat(batcher.reserve(request, PATIENCE)).isEqualTo(new ReservationOutcome.Released());
    }
  }

  private ReservationOutcome release(ReservationRequest request) {
    transactions.release(request.id());
    return new ReservationOutcome.Released();
  }

  /** Both instances find the products locked, and go on at the same moment. */
  private List<ReservationOutcome> race(
      int callers, IntFunction<Callable<ReservationOutcome>> tasks) throws Exception {
    return LockedProducts.race(pool, 2, callers, tasks);
  }

  private ReservationBatcher instance(int number) {
    return number % 2 == 0 ? batcher : otherInstance;
  }

  private static List<ReservationOutcome.Held> held(List<ReservationOutcome> outcomes) {
    return outcomes.stream()
        .flatMap(
            outcome ->
                outcome instanceof ReservationOutcome.Held held ? Stream.of(held) : Stream.empty())
        .toList();
  }
}

package org.contractshop.order.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.contractshop.order.OrderServiceTest;
import org.contractshop.order.stock.StockRefusedException.Reason;
import org.contractshop.product.client.StockApi;
import org.contractshop.testing.FaultProxy;
import org.contractshop.testing.FaultProxy.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;

/** Against product-service's stubs, through the generated client. */
@OrderServiceTest
class StockTest {
  private static final List<Wanted> TWO_KEYBOARDS = List.of(new Wanted(1, 2));
  private static final UUID HELD = UUID.fromString("20000000-0000-4000-8000-000000000002");
  private static final UUID RELEASED = UUID.fromString("30000000-0000-4000-8000-000000000003");

  @Autowired private StockApi productService;
  @Autowired private FaultProxy proxy;
  private Stock stock;

  @BeforeEach
  void closedCircuit() {
    stock = new Stock(productService, new ResilientCalls());
  }

  @AfterEach
  void noFault() {
    proxy.set(Fault.NONE);
  }

  @Test
  void a_reservation_has_names_and_prices() {
    List<Reserved> reserved = stock.reserve(UUID.randomUUID(), TWO_KEYBOARDS);

    assertThat(reserved)
        .singleElement()
        .extracting(Reserved::name)
        .isEqualTo("Mechanical Keyboard");
    assertThat(reserved.get(0).unitPrice()).isEqualByComparingTo("129.99");
  }

  @Test
  void a_repeated_reservation_is_as_good_as_the_first() {
    assertThat(stock.reserve(HELD, TWO_KEYBOARDS)).hasSize(1);
  }

  @Test
  void a_short_and_an_unknown_product_are_told_apart() {
    StockRefusedException shortOf =
        catchThrowableOfType(
            StockRefusedException.class,
            () -> stock.reserve(UUID.randomUUID(), List.of(new Wanted(2, 1), new Wanted(1, 1000))));
    StockRefusedException unknown =
        catchThrowableOfType(
            StockRefusedException.class,
            () -> stock.reserve(UUID.randomUUID(), List.of(new Wanted(999, 1))));

    assertThat(shortOf.reason()).isEqualTo(Reason.INSUFFICIENT_STOCK);
    assertThat(shortOf.productId()).isEqualTo(1);
    assertThat(unknown.reason()).isEqualTo(Reason.UNKNOWN_PRODUCT);
    assertThat(unknown.productId()).isEqualTo(999);
  }

  @Test
  void a_released_reservation_cannot_be_made_again() {
    assertThatExceptionOfType(ReservationReleasedException.class)
        .isThrownBy(() -> stock.reserve(RELEASED, TWO_KEYBOARDS));
  }

  @Test
  void a_reservation_of_other_lines_is_not_believed() {
    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> stock.reserve(HELD, List.of(new Wanted(3, 1))));
  }

  @Test
  void stock_is_released_also_if_the_reservation_never_arrived() {
    stock.release(UUID.randomUUID());
    stock.release(HELD);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"NONE"})
  void whatever_the_network_does_the_call_ends_within_two_seconds(Fault fault) {
    proxy.set(fault);
    int before = proxy.requests(fault);
    long start = System.nanoTime();

    StockUnavailableException failure =
        catchThrowableOfType(
            StockUnavailableException.class, () -> stock.reserve(UUID.randomUUID(), TWO_KEYBOARDS));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(failure).isNotNull();
    boolean slow = List.of(Fault.HANG, Fault.DRIP, Fault.DELAY).contains(fault);
    assertThat(failure.isTimeout()).isEqualTo(slow);
    assertThat(proxy.requests(fault) - before).as("attempts").isBetween(1, 3);
  }

  @Test
  void a_release_is_not_believed_when_a_page_comes_back() {
    proxy.set(Fault.NONSENSE);

    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> stock.release(HELD));
  }

  @Test
  void the_circuit_opens_when_calls_fail_and_closes_by_itself() {
    proxy.set(Fault.RESET);
    for (int call = 0; call < 10; call++) {
      assertThatExceptionOfType(StockUnavailableException.class)
          .isThrownBy(() -> stock.release(HELD));
    }
    int before = proxy.requests(Fault.RESET);

    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> stock.release(HELD))
        .withMessageContaining("not called now");
    assertThat(proxy.requests(Fault.RESET)).isEqualTo(before);

    proxy.set(Fault.NONE);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptions()
        .untilAsserted(() -> stock.release(HELD));
  }
}

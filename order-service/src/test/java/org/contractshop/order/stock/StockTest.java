package org.contractshop.order.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.order.OrderLine;
import org.contractshop.order.OrderRefusal;
import org.contractshop.order.OrderRefusal.Reason;
import org.contractshop.order.OrderServiceTest;
import org.contractshop.order.Stock;
import org.contractshop.order.Stock.Outcome;
import org.contractshop.order.StockUnavailableException;
import org.contractshop.order.StockUnavailableException.Effect;
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
  private static final List<OrderLine> TWO_KEYBOARDS = List.of(OrderLine.of(1, 2));
  private static final UUID HELD = UUID.fromString("20000000-0000-4000-8000-000000000002");
  private static final UUID RELEASED = UUID.fromString("30000000-0000-4000-8000-000000000003");

  @Autowired private ServiceToken token;
  @Autowired private FaultProxy proxy;
  private Stock stock;

  @BeforeEach
  void closedCircuit() {
    Peers peers = new Peers("", proxy.url(), "", "");
    stock = new PeerConfig().stock(peers, token, new Circuit("product-service"));
  }

  @AfterEach
  void noFault() {
    proxy.set(Fault.NONE);
  }

  @Test
  void a_reservation_has_names_and_prices() {
    Outcome outcome = reserve(UUID.randomUUID(), TWO_KEYBOARDS);

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Reserved(
                List.of(
                    OrderLine.of(1, 2).reserved("Mechanical Keyboard", new BigDecimal("129.99")))));
  }

  @Test
  void a_repeated_reservation_is_as_good_as_the_first() {
    assertThat(reserve(HELD, TWO_KEYBOARDS)).isInstanceOf(Outcome.Reserved.class);
  }

  @Test
  void a_short_and_an_unknown_product_are_told_apart() {
    assertThat(reserve(UUID.randomUUID(), List.of(OrderLine.of(2, 1), OrderLine.of(1, 1000))))
        .isEqualTo(new Outcome.Refused(new OrderRefusal(Reason.INSUFFICIENT_STOCK, 1)));
    assertThat(reserve(UUID.randomUUID(), List.of(OrderLine.of(999, 1))))
        .isEqualTo(new Outcome.Refused(new OrderRefusal(Reason.UNKNOWN_PRODUCT, 999)));
  }

  @Test
  void a_released_reservation_cannot_be_made_again() {
    assertThat(reserve(RELEASED, TWO_KEYBOARDS)).isEqualTo(new Outcome.Released());
  }

  @Test
  void a_reservation_of_other_lines_is_not_believed() {
    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> reserve(HELD, List.of(OrderLine.of(3, 1))));
  }

  @Test
  void a_release_arrives_also_if_the_reservation_never_did() {
    int before = proxy.requests(Fault.NONE);

    release(UUID.randomUUID());
    release(HELD);

    assertThat(proxy.requests(Fault.NONE) - before).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"NONE", "DELAY"})
  void whatever_the_network_does_the_call_ends_within_two_seconds(Fault fault) {
    proxy.set(fault);
    int before = proxy.requests(fault);
    long start = System.nanoTime();

    StockUnavailableException failure =
        catchThrowableOfType(
            StockUnavailableException.class, () -> reserve(UUID.randomUUID(), TWO_KEYBOARDS));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(failure).isNotNull();
    boolean slow = List.of(Fault.HANG, Fault.DRIP).contains(fault);
    assertThat(failure.effect()).isEqualTo(slow ? Effect.TIMED_OUT : Effect.UNKNOWN);
    assertThat(proxy.requests(fault) - before).as("attempts").isBetween(1, 3);
  }

  @Test
  void a_release_is_not_believed_when_a_page_comes_back() {
    proxy.set(Fault.NONSENSE);

    assertThatExceptionOfType(StockUnavailableException.class).isThrownBy(() -> release(HELD));
  }

  @Test
  void the_circuit_opens_when_calls_fail_and_closes_by_itself() {
    proxy.set(Fault.RESET);
    for (int call = 0; call < 10; call++) {
      assertThatExceptionOfType(StockUnavailableException.class).isThrownBy(() -> release(HELD));
    }
    int before = proxy.requests(Fault.RESET);

    assertThat(stock.isAvailable()).isFalse();
    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> release(HELD))
        .extracting(StockUnavailableException::effect)
        .isEqualTo(Effect.NONE);
    assertThat(proxy.requests(Fault.RESET)).isEqualTo(before);

    proxy.set(Fault.NONE);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptions()
        .untilAsserted(() -> release(HELD));
  }

  private Outcome reserve(UUID id, List<OrderLine> lines) {
    return stock.reserve(id, lines, RequestDeadline.within(Duration.ofMillis(1_700)));
  }

  private void release(UUID id) {
    stock.release(id, RequestDeadline.within(Duration.ofMillis(1_700)));
  }
}

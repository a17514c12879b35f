package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.contractshop.order.GroupCommitTest.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.contractshop.base.admission.OverloadedException;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.order.OrderRefusal.Reason;
import org.contractshop.order.StockUnavailableException.Effect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an order leaves in the database, depending on what becomes of its reservation. */
class CheckoutTest extends ServiceTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @Autowired private OrderRepository orders;
  @Autowired private OrderRecovery recovery;

  @Test
  void nothing_is_stored_while_product_service_is_not_called() {
    Checkout checkout = checkout(new UnavailableStock());

    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> place(checkout, "a-key"))
        .satisfies(failure -> assertThat(failure.effect()).isEqualTo(Effect.NONE));
    assertThat(rowsEverInserted()).isZero();
  }

  @Test
  void a_request_that_was_answered_before_is_answered_again_while_product_service_is_not_called() {
    Order placed = place(checkout(new FakeStock()), "a-key");

    assertThat(place(checkout(new UnavailableStock()), "a-key")).isEqualTo(placed);
  }

  @Test
  void an_order_whose_reservation_was_certainly_not_made_leaves_nothing() {
    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> place(checkout(failing(Effect.NONE)), "a-key"));

    assertThat(count("orders")).isZero();
    assertThat(count("idempotency_key")).isZero();
    assertThat(place(checkout(new FakeStock()), "a-key").status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"UNKNOWN", "TIMED_OUT"})
  void an_order_whose_reservation_may_have_been_made_stays_pending_until_it_is_repeated(
      Effect effect) {
    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> place(checkout(failing(effect)), "a-key"));
    long pending = database.sql("SELECT id FROM orders").query(Long.class).single();

    assertThat(place(checkout(new FakeStock()), "a-key").id()).isEqualTo(pending);
  }

  @Test
  void
      an_order_that_may_have_been_reserved_before_is_not_removed_by_a_repetition_that_was_not_sent() {
    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> place(checkout(failing(Effect.UNKNOWN)), "a-key"));
    assertThatExceptionOfType(StockUnavailableException.class)
        .isThrownBy(() -> place(checkout(failing(Effect.NONE)), "a-key"));

    assertThat(count("orders")).isEqualTo(1);
  }

  @Test
  void a_refused_order_leaves_only_the_refusal_under_its_key() {
    OrderRefusal refusal = new OrderRefusal(Reason.INSUFFICIENT_STOCK, 1);
    Stock stock =
        new FakeStock() {
          @Override
          public Outcome reserve(
              UUID reservationId, List<OrderLine> lines, RequestDeadline deadline) {
            return new Outcome.Refused(refusal);
          }
        };

    for (String key : new @Nullable String[] {null, "a-key", "a-key"}) {
      assertThatExceptionOfType(OrderRefusedException.class)
          .isThrownBy(() -> place(checkout(stock), key))
          .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
    assertThat(count("orders")).isZero();
    assertThat(count("idempotency_key")).isEqualTo(1);
  }

  @Test
  void an_order_that_was_released_meanwhile_is_a_conflict_and_stays() {
    Stock stock =
        new FakeStock() {
          @Override
          public Outcome reserve(
              UUID reservationId, List<OrderLine> lines, RequestDeadline deadline) {
            return new Outcome.Released();
          }
        };

    assertThatExceptionOfType(OrderConflictException.class)
        .isThrownBy(() -> place(checkout(stock), null))
        .satisfies(
            conflict ->
                assertThat(conflict.kind()).isEqualTo(OrderConflictException.Kind.ORDER_CANCELLED));
    assertThat(count("orders")).isEqualTo(1);
  }

  @Test
  void more_orders_than_can_be_placed_in_time_are_refused_before_they_are_stored() {
    CountDownLatch stop = new CountDownLatch(1);
    Checkout checkout =
        checkout(
            new FakeStock() {
              @Override
              public Outcome reserve(
                  UUID reservationId, List<OrderLine> lines, RequestDeadline deadline) {
                await(stop);
                return super.reserve(reservationId, lines, deadline);
              }
            });
    ExecutorService threads = Executors.newFixedThreadPool(400);
    AtomicInteger refused = new AtomicInteger();
    try {
      for (int order = 0; order < 400; order++) {
        threads.execute(
            () -> {
              try {
                place(checkout, null);
              } catch (OverloadedException exception) {
                refused.incrementAndGet();
              }
            });
      }
      // Those that were let in hang; the others are told so.
      Awaitility.await().atMost(TIMEOUT).until(() -> refused.get() + count("orders") == 400);
      assertThat(refused.get()).isGreaterThanOrEqualTo(300);
    } finally {
      stop.countDown();
      threads.shutdown();
    }
    Awaitility.await().atMost(TIMEOUT).until(threads::isTerminated);
    assertThat(rowsEverInserted()).isEqualTo(400 - refused.get());
  }

  private Checkout checkout(Stock stock) {
    return new Checkout(new OrderAdmission().orders(), orders, stock, recovery);
  }

  private static Order place(Checkout checkout, @Nullable String key) {
    return checkout.place(
        new OrderRequest(7, List.of(OrderLine.of(1, 2)), key), RequestDeadline.within(TIMEOUT));
  }

  /** Since the table was cleared, which began the ids anew. */
  private long rowsEverInserted() {
    return database
        .sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM orders_id_seq")
        .query(Long.class)
        .single();
  }

  private static Stock failing(Effect effect) {
    return new FakeStock() {
      @Override
      public Outcome reserve(UUID reservationId, List<OrderLine> lines, RequestDeadline deadline) {
        throw new StockUnavailableException(effect, "no product-service", null);
      }
    };
  }

  private static final class UnavailableStock extends FakeStock {
    @Override
    public boolean isAvailable() {
      return false;
    }
  }
}

package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.base.telemetry.Span;
import org.contractshop.order.StockUnavailableException.Effect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class OrderRecoveryTest extends ServiceTest {
  @Autowired private DataSource requests;
  @Autowired private RecoveryRepository orders;
  @Autowired private OrderRecovery ownRecovery;
  @Autowired private ThreadPoolTaskScheduler scheduler;
  @Autowired private ScheduledAnnotationBeanPostProcessor schedule;

  @BeforeEach
  void noOtherRun() {
    schedule.postProcessBeforeDestruction(ownRecovery, "orderRecovery");
  }

  @AfterEach
  void noSlowRows() {
    database.sql("DROP FUNCTION IF EXISTS be_slow CASCADE").update();
    History.clear(database);
    schedule.postProcessAfterInitialization(ownRecovery, "orderRecovery");
  }

  @Test
  void releases_run_in_parallel() {
    // Each waits until eight run: one after the other would never get there.
    CyclicBarrier eight = new CyclicBarrier(8);
    AtomicInteger released = new AtomicInteger();
    Stock stock =
        new FakeStock() {
          @Override
          public void release(UUID reservationId, RequestDeadline deadline) {
            try {
              eight.await(20, TimeUnit.SECONDS);
              released.incrementAndGet();
            } catch (InterruptedException | BrokenBarrierException | TimeoutException exception) {
              throw new StockUnavailableException(Effect.UNKNOWN, "alone", exception);
            }
          }
        };
    addCancelled(16);

    recovery(stock).recover();

    assertThat(released).hasValue(16);
    assertThat(count("orders WHERE stock_returned")).isEqualTo(16);
  }

  @Test
  void a_run_has_a_trace_of_its_own_which_its_releases_share() throws Exception {
    Set<String> traces = ConcurrentHashMap.newKeySet();
    Stock stock =
        new FakeStock() {
          @Override
          public void release(UUID reservationId, RequestDeadline deadline) {
            traces.add(MDC.get("traceId") + " " + Span.currentTraceparent());
          }
        };

    for (int run = 0; run < 2; run++) {
      addCancelled(16);
      scheduler.submit(recovery(stock)::recover).get();
    }

    assertThat(traces).hasSize(2).allMatch(trace -> trace.matches("([0-9a-f]{32}) 00-\\1-.*"));
  }

  @Test
  void what_cannot_be_released_holds_up_nothing_else() {
    AtomicInteger calls = new AtomicInteger();
    Stock stock =
        new FakeStock() {
          @Override
          public void release(UUID reservationId, RequestDeadline deadline) {
            if (calls.incrementAndGet() == 3) {
              throw new StockUnavailableException(Effect.UNKNOWN, "not this one", null);
            }
          }
        };
    addCancelled(500);

    recovery(stock).recover();

    assertThat(count("orders WHERE stock_returned")).isEqualTo(499);
  }

  @Test
  void requests_that_hold_all_their_connections_do_not_hold_it_up() throws Exception {
    HikariDataSource pool = requests.unwrap(HikariDataSource.class);
    List<Connection> held = new ArrayList<>();
    addCancelled(10);
    try {
      while (held.size() < pool.getMaximumPoolSize()) {
        held.add(pool.getConnection());
      }
      recovery(new FakeStock()).recover();
    } finally {
      for (Connection connection : held) {
        connection.close();
      }
    }

    assertThat(count("orders WHERE stock_returned")).isEqualTo(10);
  }

  @Test
  void nothing_is_asked_of_a_product_service_that_is_down() {
    AtomicBoolean asked = new AtomicBoolean();
    Stock stock =
        new FakeStock() {
          @Override
          public boolean isAvailable() {
            return false;
          }

          @Override
          public void release(UUID reservationId, RequestDeadline deadline) {
            asked.set(true);
          }
        };
    addCancelled(1);

    recovery(stock).recover();

    assertThat(asked).isFalse();
  }

  @Test
  void more_abandoned_orders_than_one_statement_can_cancel_in_time_are_cancelled() {
    addMany("'pending'", "now() - interval '1 minute'", 2_000);
    makeRowsSlow("UPDATE", "orders");

    recovery(new FakeStock()).recover();

    assertThat(count("orders WHERE status = 'cancelled'")).isEqualTo(2_000);
  }

  @Test
  void counting_what_is_left_takes_no_longer_the_more_there_is() {
    addMany("'pending'", "now() - interval '1 minute'", 1);
    addCancelled(OrderBacklog.MOST + 100);

    OrderBacklog.Numbers few = orders.backlog(10);
    OrderBacklog.Numbers many = orders.backlog(OrderBacklog.MOST);

    assertThat(few.pending() + few.unreleased()).isEqualTo(10);
    assertThat(many.pending() + many.unreleased()).isEqualTo(OrderBacklog.MOST);
    assertThat(orders.backlog(2 * OrderBacklog.MOST))
        .returns(1.0, OrderBacklog.Numbers::pending)
        .returns(OrderBacklog.MOST + 100.0, OrderBacklog.Numbers::unreleased);
  }

  @Test
  void more_old_keys_than_one_statement_can_delete_in_time_are_forgotten() {
    database
        .sql(
            """
            INSERT INTO idempotency_key (user_id, key, requested, order_id, created_at)
            SELECT 7, 'key-' || n, '1x2', n, now() - interval '26 hours'
            FROM generate_series(1, 2000) AS n
            """)
        .update();
    makeRowsSlow("DELETE", "idempotency_key");

    recovery(new FakeStock()).forgetOldKeys();

    assertThat(count("idempotency_key")).isZero();
  }

  private OrderRecovery recovery(Stock stock) {
    return new OrderRecovery(orders, stock);
  }

  /** A row takes a millisecond at least: 2,000 in one statement exceed the statement timeout. */
  private void makeRowsSlow(String operation, String table) {
    database
        .sql(
            """
            CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_sleep(0.0005); RETURN CASE TG_OP WHEN ''DELETE'' THEN OLD ELSE NEW END; END';
            CREATE TRIGGER be_slow BEFORE %s ON %s FOR EACH ROW EXECUTE FUNCTION be_slow();
            """
                .formatted(operation, table))
        .update();
  }

  private void addCancelled(int count) {
    addMany("'cancelled'", "now() - interval '1 minute'", count);
  }

  private void addMany(String status, String claimedUntil, int count) {
    database
        .sql(
            """
            INSERT INTO orders (user_id, reservation_id, status, claimed_until, lines)
            SELECT 7, gen_random_uuid(), %s, %s, '[{"productId": 1, "quantity": 2}]'
            FROM generate_series(1, %d)
            """
                .formatted(status, claimedUntil, count))
        .update();
  }
}

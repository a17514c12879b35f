package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractshop.product.reservation.Reservations.PATIENCE;
import static org.contractshop.product.reservation.Reservations.line;
import static org.contractshop.product.reservation.Reservations.request;

import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.contractshop.product.LockedProducts;
import org.contractshop.product.ServiceTest;
import org.contractshop.product.reservation.ReservationOutcome.Held;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances, and a transaction of somebody else that keeps a product locked. */
class BlockedProductTest extends ServiceTest {
  private static final String LOCK_MICE = "SELECT FROM product WHERE id = 3 FOR UPDATE";
  private static final int CALLERS = 24;
  private static final int ORDERS = 5;

  @Autowired private ReservationTransactions transactions;
  @Autowired private DataSource pool;
  private List<ReservationBatcher> instances;

  @BeforeEach
  void start() {
    instances = List.of(new ReservationBatcher(transactions), new ReservationBatcher(transactions));
    database.sql("UPDATE product SET stock = 1000").update();
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (ReservationBatcher instance : instances) {
      instance.destroy();
    }
  }

  @Test
  void stopsNoOrdersOfOtherProductsInEitherInstance() throws Exception {
    List<Integer> placed;
    try (var locked = new LockedProducts(pool, LOCK_MICE)) {
      placed = Together.run(CALLERS, number -> number % 3 == 0 ? refused(number) : placed(number));
    }
    int orders = placed.stream().mapToInt(Integer::intValue).sum();
    assertThat(orders).isEqualTo(CALLERS * 2 / 3 * ORDERS);
    assertThat(stock(KEYBOARD)).isEqualTo(1000 - orders);
    assertThat(stock(MOUSE)).isEqualTo(1000);
  }

  @Test
  void isSoldAgainWhenItIsFree() throws Exception {
    try (var locked = new LockedProducts(pool, LOCK_MICE)) {
      refused(0).call();
    }
    await()
        .ignoreExceptionsInstanceOf(ReservationTimeoutException.class)
        .until(() -> instances.get(0).reserve(mice(), PATIENCE) instanceof Held);
    assertThat(stock(MOUSE)).isEqualTo(999);
  }

  /** Orders of products that are free, of which one comes before the locked one. */
  private Callable<Integer> placed(int number) {
    return () -> {
      for (int order = 0; order < ORDERS; order++) {
        ReservationRequest request = request(line(KEYBOARD, 1), line(HUB, 1));
        assertThat(instances.get(number % 2).reserve(request, PATIENCE)).isInstanceOf(Held.class);
      }
      return ORDERS;
    };
  }

  private Callable<Integer> refused(int number) {
    return () -> {
      for (int order = 0; order < ORDERS; order++) {
        assertThatThrownBy(() -> instances.get(number % 2).reserve(mice(), PATIENCE))
            .isInstanceOf(ReservationTimeoutException.class);
      }
      return 0;
    };
  }

  private static ReservationRequest mice() {
    return request(line(KEYBOARD, 1), line(MOUSE, 1));
  }
}

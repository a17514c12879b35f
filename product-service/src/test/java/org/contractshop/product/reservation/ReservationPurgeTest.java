package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.product.reservation.Reservations.request;
import static org.contractshop.product.reservation.Reservations.reserveAll;
import static org.contractshop.product.reservation.Reservations.unknownProduct;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractshop.product.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReservationPurgeTest extends ServiceTest {
  @Autowired private ReservationTransactions transactions;
  @Autowired private ReservationPurge purge;
  @Autowired private ReservationRepository reservations;

  @Test
  void deletesWhatWasRefusedOrReleasedLongAgo() {
    transactions.release(UUID.randomUUID());
    reserveAll(transactions, List.of(request(999, 1)));
    ReservationRequest released = request(MOUSE, 2);
    reserveAll(transactions, List.of(released));
    transactions.release(released.id());
    age("49 hours");
    purge.purge();
    assertThat(count("stock_reservation")).isZero();
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void keepsWhatACallerMayStillRepeat() {
    ReservationRequest refused = request(999, 1);
    reserveAll(transactions, List.of(refused));
    age("47 hours");
    purge.purge();
    assertThat(reserveAll(transactions, List.of(refused))).containsExactly(unknownProduct(999));
    assertThat(count("stock_reservation")).isEqualTo(1);
  }

  @Test
  void keepsWhatWasReservedLongAgoAndReleasedNow() {
    ReservationRequest request = request(MOUSE, 2);
    reserveAll(transactions, List.of(request));
    age("1 year");
    transactions.release(request.id());
    purge.purge();
    assertThat(reserveAll(transactions, List.of(request)))
        .containsExactly(new ReservationOutcome.Released());
  }

  @Test
  void keepsWhatHoldsStock() {
    ReservationRequest held = request(MOUSE, 2);
    reserveAll(transactions, List.of(held));
    age("1 year");
    purge.purge();
    transactions.release(held.id());
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void deletesMoreThanOneBatch() {
    database
        .sql(
            """
            INSERT INTO stock_reservation (id, status, requested)
            SELECT gen_random_uuid(), 'released', '' FROM generate_series(1, ?)
            """)
        .param(2 * ReservationPurge.BATCH + 1)
        .update();
    age("49 hours");
    purge.purge();
    assertThat(count("stock_reservation")).isZero();
  }

  @Test
  void deletesSoManyAtATime() {
    for (int i = 0; i < 3; i++) {
      transactions.release(UUID.randomUUID());
    }
    age("49 hours");
    assertThat(reservations.deleteOutdated(Duration.ofHours(48), 2)).isEqualTo(2);
    assertThat(reservations.deleteOutdated(Duration.ofHours(48), 2)).isEqualTo(1);
  }

  private void age(String time) {
    database
        .sql("UPDATE stock_reservation SET decided_at = now() - interval '" + time + "'")
        .update();
  }
}

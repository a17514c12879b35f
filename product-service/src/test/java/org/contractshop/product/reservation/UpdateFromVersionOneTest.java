package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.product.reservation.Reservations.reserveAll;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.contractshop.product.ServiceTest;
import org.contractshop.product.reservation.ReservationOutcome.Held;
import org.contractshop.product.reservation.StockReservation.ReservedLine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Instances of version 1.0 that run on this schema during an update, as far as their SQL goes. */
class UpdateFromVersionOneTest extends ServiceTest {
  private static final UUID ID = UUID.fromString("10000000-0000-4000-8000-000000000001");
  private static final ReservationRequest REQUEST =
      new ReservationRequest(
          ID, List.of(new ReservationLine(MOUSE, 2), new ReservationLine(HUB, 1)));

  @Autowired private ReservationTransactions transactions;

  @Test
  void repeatsAReservationThatVersionOneMade() {
    reserveInVersionOne();
    assertThat(reserveAll(transactions, List.of(REQUEST)))
        .containsExactly(
            new Held(
                new StockReservation(
                    ID,
                    List.of(
                        new ReservedLine(MOUSE, "Ergonomic Mouse", 2, new BigDecimal("79.99")),
                        new ReservedLine(HUB, "USB-C Hub", 1, new BigDecimal("50.00")))),
                false));
  }

  @Test
  void releasesAReservationThatVersionOneMade() {
    reserveInVersionOne();
    transactions.release(ID);
    transactions.release(ID);
    assertThat(stock(MOUSE)).isEqualTo(MICE);
    assertThat(stock(HUB)).isEqualTo(HUBS);
  }

  @Test
  void letsVersionOneReadAReservation() {
    reserveAll(transactions, List.of(REQUEST));
    List<String> lines =
        database
            .sql(
                """
                SELECT concat_ws(' ', product_id, name, quantity, unit_price)
                FROM stock_reservation AS reservation
                LEFT JOIN stock_reservation_line ON reservation_id = reservation.id
                WHERE reservation.id = ANY(?::uuid[]) ORDER BY position
                """)
            .param(new String[] {ID.toString()})
            .query(String.class)
            .list();
    assertThat(lines).containsExactly("3 Ergonomic Mouse 2 79.99", "2 USB-C Hub 1 49.99");
  }

  @Test
  void letsVersionOneReleaseAReservation() {
    reserveAll(transactions, List.of(REQUEST));
    database
        .sql(
            """
            UPDATE product SET stock = stock + taken.pieces
            FROM (
              SELECT product_id, sum(quantity) AS pieces
              FROM stock_reservation_line WHERE reservation_id = ? GROUP BY product_id
            ) AS taken
            WHERE product.id = taken.product_id
            """)
        .param(ID)
        .update();
    assertThat(stock(MOUSE)).isEqualTo(MICE);
    assertThat(stock(HUB)).isEqualTo(HUBS);
  }

  private void reserveInVersionOne() {
    database
        .sql(
            """
            INSERT INTO stock_reservation (id, status, requested, refusal, refused_product_id)
            VALUES (?, 'held', '3x2,2x1', NULL, NULL)
            """)
        .param(ID)
        .update();
    database
        .sql(
            """
            INSERT INTO stock_reservation_line
              (reservation_id, position, product_id, quantity, name, unit_price)
            VALUES (?, 0, 3, 2, 'Ergonomic Mouse', 79.99), (?, 1, 2, 1, 'USB-C Hub', 50)
            """)
        .params(ID, ID)
        .update();
    database.sql("UPDATE product SET stock = stock - 2 WHERE id = 3").update();
    database.sql("UPDATE product SET stock = stock - 1 WHERE id = 2").update();
  }
}

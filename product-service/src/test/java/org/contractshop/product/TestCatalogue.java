package org.contractshop.product;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractshop.product.reservation.ReservationLine;
import org.contractshop.product.reservation.ReservationRequest;
import org.contractshop.product.reservation.StockReservations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the database into the state of a new installation, for tests that share one. */
public final class TestCatalogue {
  private static final UUID HELD = UUID.fromString("20000000-0000-4000-8000-000000000002");
  private static final UUID RELEASED = UUID.fromString("30000000-0000-4000-8000-000000000003");

  static final String USE_KEY_UNCOMMITTED =
      """
      INSERT INTO idempotency_key (caller, key, fingerprint) VALUES (1001, 'the-key-in-use', '')
      """;

  private TestCatalogue() {}

  public static void reset(JdbcClient database) {
    database
        .sql(
            """
            TRUNCATE product, stock_reservation, stock_reservation_line_v1, idempotency_key
              RESTART IDENTITY;
            INSERT INTO product (name, price, stock, category)
            VALUES ('Mechanical Keyboard', 129.99, 50, 'electronics'),
                   ('USB-C Hub', 49.99, 120, 'electronics'),
                   ('Ergonomic Mouse', 79.99, 30, 'electronics');
            """)
        .update();
  }

  /** Products of the contracts: 101 is low on stock, 422 gets sold out, 500 is ordinary. */
  static void addContractProducts(JdbcClient database) {
    database
        .sql(
            """
            INSERT INTO product (id, name, price, stock, category)
            OVERRIDING SYSTEM VALUE VALUES
              (101, 'Desk Lamp', 19.95, 1, 'lighting'),
              (422, 'Concert Ticket', 59.00, 1, 'tickets'),
              (500, 'Glass Vase', 24.50, 7, 'decoration');
            """)
        .update();
  }

  /** One reservation that exists, and one id that was released before it was reserved. */
  static void addContractReservations(JdbcClient database, StockReservations reservations) {
    reservations.reserve(
        new ReservationRequest(HELD, List.of(new ReservationLine(1, 2))), Duration.ofSeconds(20));
    database.sql("UPDATE product SET stock = 50 WHERE id = 1").update();
    reservations.release(RELEASED);
  }

  static void sellTicket(JdbcClient database) {
    database.sql("UPDATE product SET stock = 0 WHERE id = 422").update();
  }
}

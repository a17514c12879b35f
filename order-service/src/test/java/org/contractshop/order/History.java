package org.contractshop.order;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the database into a known state, for tests that share one. */
final class History {
  private History() {}

  static void clear(JdbcClient database) {
    database.sql("TRUNCATE orders, order_item, idempotency_key RESTART IDENTITY CASCADE").update();
  }

  /**
   * Four orders: 1, confirmed, of user 7; 2, confirmed, of user 8; 3, of user 7, whose placing was
   * interrupted; 4, of user 7, which is just being placed. The next one is 100.
   */
  static void reset(JdbcClient database) {
    clear(database);
    database
        .sql(
            """
            INSERT INTO orders (id, user_id, reservation_id, status, total, created_at,
                                claimed_until, stock_returned)
            OVERRIDING SYSTEM VALUE VALUES
              (1, 7, gen_random_uuid(), 'confirmed', 259.98,
               '2026-01-15T09:30:00.123456Z', now(), false),
              (2, 8, gen_random_uuid(), 'confirmed', 49.99,
               '2026-01-16T09:30:00.123456Z', now(), false),
              (3, 7, gen_random_uuid(), 'cancelled', NULL,
               '2026-01-17T09:30:00.123456Z', now(), true),
              (4, 7, gen_random_uuid(), 'pending', NULL,
               '2026-01-18T09:30:00.123456Z', now() + interval '1 hour', false);
            INSERT INTO order_item (order_id, position, product_id, quantity, name, unit_price)
            VALUES (1, 1, 1, 2, 'Mechanical Keyboard', 129.99),
                   (2, 1, 2, 1, 'USB-C Hub', 49.99),
                   (3, 1, 1, 2, NULL, NULL),
                   (4, 1, 2, 1, NULL, NULL);
            INSERT INTO idempotency_key (user_id, key, requested, order_id)
            VALUES (7, 'the-key-of-order-1', '1x2', 1),
                   (7, 'the-key-of-order-3', '1x2', 3);
            ALTER TABLE orders ALTER COLUMN id RESTART WITH 100;
            """)
        .update();
  }

  static void letNextBe(JdbcClient database, long id) {
    database.sql("ALTER TABLE orders ALTER COLUMN id RESTART WITH " + id).update();
  }

  /** Orders 100 to 102, which the contracts place. */
  static void addPlaced(JdbcClient database) {
    database
        .sql(
            """
            INSERT INTO orders (id, user_id, reservation_id, status, total, created_at,
                                claimed_until, stock_returned)
            OVERRIDING SYSTEM VALUE VALUES
              (100, 7, gen_random_uuid(), 'confirmed', 259.98,
               '2026-01-15T09:30:00.123456Z', now(), false),
              (101, 7, gen_random_uuid(), 'confirmed', 309.97,
               '2026-01-15T09:30:00.123456Z', now(), false),
              (102, 7, gen_random_uuid(), 'confirmed', 19.95,
               '2026-01-15T09:30:00.123456Z', now(), false);
            INSERT INTO order_item (order_id, position, product_id, quantity, name, unit_price)
            VALUES (100, 1, 1, 2, 'Mechanical Keyboard', 129.99),
                   (101, 1, 1, 2, 'Mechanical Keyboard', 129.99),
                   (101, 2, 2, 1, 'USB-C Hub', 49.99),
                   (102, 1, 101, 1, 'Desk Lamp', 19.95);
            """)
        .update();
  }
}

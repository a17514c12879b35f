package org.contractshop.order;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the database into a known state, for tests that share one. */
final class History {
  private static final String TWO_KEYBOARDS =
      """
      {"productId": 1, "quantity": 2, "name": "Mechanical Keyboard", "unitPrice": 129.99}
      """;
  private static final String HUB =
      """
      {"productId": 2, "quantity": 1, "name": "USB-C Hub", "unitPrice": 49.99}
      """;
  private static final String LAMP =
      """
      {"productId": 101, "quantity": 1, "name": "Desk Lamp", "unitPrice": 19.95}
      """;

  private History() {}

  static void clear(JdbcClient database) {
    database.sql("TRUNCATE orders, idempotency_key RESTART IDENTITY").update();
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
                                claimed_until, stock_returned, lines)
            OVERRIDING SYSTEM VALUE VALUES
              (1, 7, gen_random_uuid(), 'confirmed', 259.98,
               '2026-01-15T09:30:00.123456Z', now(), false, %1$s),
              (2, 8, gen_random_uuid(), 'confirmed', 49.99,
               '2026-01-16T09:30:00.123456Z', now(), false, %2$s),
              (3, 7, gen_random_uuid(), 'cancelled', NULL,
               '2026-01-17T09:30:00.123456Z', now(), true, '[{"productId": 1, "quantity": 2}]'),
              (4, 7, gen_random_uuid(), 'pending', NULL, '2026-01-18T09:30:00.123456Z',
               now() + interval '1 hour', false, '[{"productId": 2, "quantity": 1}]');
            INSERT INTO idempotency_key (user_id, key, requested, order_id)
            VALUES (7, 'the-key-of-order-1', '1x2', 1),
                   (7, 'the-key-of-order-3', '1x2', 3),
                   (7, 'the-key-of-order-4', '2x1', 4);
            ALTER TABLE orders ALTER COLUMN id RESTART WITH 100;
            """
                .formatted(lines(TWO_KEYBOARDS), lines(HUB)))
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
                                claimed_until, lines)
            OVERRIDING SYSTEM VALUE VALUES
              (100, 7, gen_random_uuid(), 'confirmed', 259.98,
               '2026-01-15T09:30:00.123456Z', now(), %s),
              (101, 7, gen_random_uuid(), 'confirmed', 309.97,
               '2026-01-15T09:30:00.123456Z', now(), %s),
              (102, 7, gen_random_uuid(), 'confirmed', 19.95,
               '2026-01-15T09:30:00.123456Z', now(), %s)
            """
                .formatted(lines(TWO_KEYBOARDS), lines(TWO_KEYBOARDS, HUB), lines(LAMP)))
        .update();
  }

  /**
   * An order of two keyboards whose placing was interrupted.
   *
   * @param claimedUntil an SQL expression
   */
  static long addPending(JdbcClient database, String claimedUntil) {
    return database
        .sql(
            """
            INSERT INTO orders (user_id, reservation_id, status, claimed_until, lines)
            VALUES (7, gen_random_uuid(), 'pending', %s, '[{"productId": 1, "quantity": 2}]')
            RETURNING id
            """
                .formatted(claimedUntil))
        .query(Long.class)
        .single();
  }

  /** The key that an order of two keyboards was placed with. */
  static void addKey(JdbcClient database, String key, long orderId) {
    database
        .sql(
            "INSERT INTO idempotency_key (user_id, key, requested, order_id) VALUES (7, ?, '1x2', ?)")
        .params(key, orderId)
        .update();
  }

  private static String lines(String... lines) {
    return "'[" + String.join(",", lines) + "]'";
  }
}

package org.contractshop.product.reservation;

/**
 * The statements of {@link ReservationRepository}. The driver sends statements in the same string
 * in one round trip, but each sees what was committed before it.
 */
final class ReservationSql {
  private static final String LOCK =
      "SELECT id, name, price, stock FROM product WHERE id = ANY(?) ORDER BY id FOR NO KEY UPDATE";

  private static final String FIND =
      """
      ; SELECT id, status, requested, refusal, refused_product_id,
               coalesce(lines, (
                 SELECT jsonb_agg(jsonb_build_object('productId', product_id, 'name', name,
                          'quantity', quantity, 'unitPrice', unit_price) ORDER BY position)
                 FROM stock_reservation_line_v1 WHERE reservation_id = id), '[]')
      FROM stock_reservation WHERE id = ANY(?::uuid[])
      """;

  static final String LOCK_ONE = "SELECT id FROM product WHERE id = ? FOR NO KEY UPDATE";

  static final String LOCK_WAITING = LOCK + FIND;
  static final String LOCK_FREE =
      "SELECT id FROM product WHERE id = ANY(?);" + LOCK + " SKIP LOCKED" + FIND;

  static final String INSERT =
      """
      WITH inserted AS (
        INSERT INTO stock_reservation (id, status, requested, refusal, refused_product_id, lines)
        SELECT *
        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::jsonb[])
        ORDER BY 1 -- two transactions with the same ids must not wait for each other
        ON CONFLICT (id) DO NOTHING
        RETURNING id
      ), taken AS (
        UPDATE product SET stock = stock - taken.pieces
        FROM unnest(?, ?) AS taken (id, pieces)
        WHERE product.id = taken.id
      )
      SELECT count(*) FROM inserted
      """;

  /** A tombstone if the id is unknown; otherwise the stock goes back unless it did before. */
  static final String RELEASE =
      """
      INSERT INTO stock_reservation (id, status, requested, lines) VALUES (?, 'released', '', '[]')
      ON CONFLICT (id) DO NOTHING;

      SELECT id FROM product
      WHERE id IN (SELECT product_id FROM stock_reservation_line WHERE reservation_id = ?)
      ORDER BY id FOR NO KEY UPDATE;

      WITH released AS (
        UPDATE stock_reservation SET status = 'released', decided_at = now()
        WHERE id = ? AND status <> 'released'
        RETURNING id
      )
      UPDATE product SET stock = stock + taken.pieces
      FROM released, (
        SELECT product_id, sum(quantity) AS pieces
        FROM stock_reservation_line WHERE reservation_id = ? GROUP BY product_id
      ) AS taken
      WHERE product.id = taken.product_id
      """;

  static final String DELETE_OUTDATED =
      """
      DELETE FROM stock_reservation WHERE id IN (
        SELECT id FROM stock_reservation
        WHERE status <> 'held' AND decided_at < now() - make_interval(secs => ?)
        ORDER BY decided_at LIMIT ? FOR UPDATE SKIP LOCKED
      )
      """;

  private ReservationSql() {}
}

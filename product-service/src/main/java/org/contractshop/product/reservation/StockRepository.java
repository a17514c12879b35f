package org.contractshop.product.reservation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stock of products in PostgreSQL, for the transactions that reserve it. Every transaction
 * locks its products in the order of their ids and before anything else, so that no two ever wait
 * for each other.
 */
@Repository
class StockRepository {
  private final JdbcClient database;

  StockRepository(JdbcClient database) {
    this.database = database;
  }

  /** Locks the products that exist, and reads them as they are once locked. */
  Map<Long, StockRow> lock(SortedSet<Long> productIds, LockMode lockMode) {
    Map<Long, StockRow> rows = new HashMap<>();
    database
        .sql(
            "SELECT id, name, price, stock FROM product WHERE id = ANY(?)"
                + " ORDER BY id FOR NO KEY UPDATE"
                + lockMode.clause())
        .param(array(productIds))
        .query(
            row -> {
              rows.put(
                  row.getLong(1),
                  new StockRow(row.getString(2), row.getBigDecimal(3), row.getInt(4)));
            });
    return rows;
  }

  /** Locks the products of a reservation. */
  void lock(UUID reservationId) {
    database
        .sql(
            """
            SELECT id FROM product
            WHERE id IN (SELECT product_id FROM stock_reservation_line WHERE reservation_id = ?)
            ORDER BY id FOR NO KEY UPDATE
            """)
        .param(reservationId)
        .query(Long.class)
        .list();
  }

  /** Takes pieces of locked products out. */
  void take(SortedMap<Long, Long> pieces) {
    database
        .sql(
            """
            UPDATE product SET stock = stock - taken.pieces
            FROM unnest(?, ?) AS taken (id, pieces)
            WHERE product.id = taken.id
            """)
        .param(array(pieces.keySet()))
        .param(array(pieces.values()))
        .update();
  }

  /** Puts back what a reservation took from products that are locked. */
  void putBack(UUID reservationId) {
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
        .param(reservationId)
        .update();
  }

  private static long[] array(Collection<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}

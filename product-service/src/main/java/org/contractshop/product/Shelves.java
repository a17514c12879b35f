package org.contractshop.product;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stock of the products that a transaction decides about. Every transaction locks its products
 * in the order of their ids and before anything else, so that no two ever wait for each other.
 */
@Repository
class Shelves {
  private final JdbcClient database;

  Shelves(JdbcClient database) {
    this.database = database;
  }

  /** Locks the products that exist, and reads them as they are once locked. */
  Map<Long, Shelf> lock(SortedSet<Long> productIds, Patience patience) {
    Map<Long, Shelf> shelves = new HashMap<>();
    database
        .sql(
            "SELECT id, name, price, stock FROM product WHERE id = ANY(?) ORDER BY id FOR NO KEY"
                + " UPDATE "
                + patience.clause)
        .param(array(productIds))
        .query(
            row -> {
              shelves.put(
                  row.getLong(1), new Shelf(row.getString(2), row.getBigDecimal(3), row.getInt(4)));
            });
    return shelves;
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

  /**
   * Whether to wait for a product that another transaction holds, for as long as the connection
   * allows.
   */
  enum Patience {
    WAIT(""),
    FAIL_AT_ONCE("NOWAIT");

    private final String clause;

    Patience(String clause) {
      this.clause = clause;
    }
  }

  /** A locked product. Its stock is what is left after the decisions so far. */
  static final class Shelf {
    final String name;
    final BigDecimal price;
    long stock;

    Shelf(String name, BigDecimal price, long stock) {
      this.name = name;
      this.price = price;
      this.stock = stock;
    }
  }
}

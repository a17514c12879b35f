package org.contractshop.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the stock of a product and its reservations; the sum must never change. Except for a
 * moment, reservations belong to confirmed orders.
 */
final class StockLedger {
  private static final int PRODUCTS = 10;

  /** With millions of orders, adding up takes longer than anybody waits for a page. */
  private static final String LIMIT = "SET statement_timeout = '1s'";

  private static final String CONFIRMED =
      """
      SELECT (line ->> 'productId')::bigint, sum((line ->> 'quantity')::bigint)
      FROM orders, jsonb_array_elements(lines) line
      WHERE status = 'confirmed'
      GROUP BY 1
      """;
  private static final String RESERVED =
      """
      SELECT id, name, stock, coalesce(reserved, 0)
      FROM product LEFT JOIN (
        SELECT product_id, sum(quantity) AS reserved
        FROM stock_reservation_line JOIN stock_reservation ON id = reservation_id
        WHERE status = 'held'
        GROUP BY product_id
      ) held ON product_id = product.id
      ORDER BY product.id LIMIT %d
      """
          .formatted(PRODUCTS);

  private final DatabaseServer database;

  StockLedger(DatabaseServer database) {
    this.database = database;
  }

  /** A line for each of the first products: id, name, stock, reserved, confirmed; with tabs. */
  String read() throws SQLException {
    Map<Long, Long> confirmed = new HashMap<>();
    try (Connection orders = database.connect(Service.ORDER);
        Statement statement = orders.createStatement()) {
      statement.execute(LIMIT);
      try (ResultSet rows = statement.executeQuery(CONFIRMED)) {
        while (rows.next()) {
          confirmed.put(rows.getLong(1), rows.getLong(2));
        }
      }
    }
    StringBuilder lines = new StringBuilder();
    try (Connection products = database.connect(Service.PRODUCT);
        Statement statement = products.createStatement()) {
      statement.execute(LIMIT);
      try (ResultSet rows = statement.executeQuery(RESERVED)) {
        while (rows.next()) {
          lines.append(
              "%d\t%s\t%d\t%d\t%d\n"
                  .formatted(
                      rows.getLong(1),
                      rows.getString(2).replaceAll("\\s", " "),
                      rows.getLong(3),
                      rows.getLong(4),
                      confirmed.getOrDefault(rows.getLong(1), 0L)));
        }
      }
    }
    return lines.toString();
  }
}

package org.contractshop.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the stock match the orders again after the databases were restored to different moments. No
 * service may run meanwhile. The orders are right, since they are what customers were told.
 */
final class Reconciliation {
  private static final int BATCH = 1_000;

  /** Ids of lost users whose orders still exist; nobody else may get them. */
  private static final int SPARE_IDS = 10_000;

  /** Orders that hold stock, or whose stock the recovery will release. */
  private static final String ORDERS =
      """
      SELECT reservation_id, status = 'confirmed', lines FROM orders
      WHERE status <> 'cancelled' OR NOT stock_returned
      """;

  private static final String LOST_ORDERS =
      """
      CREATE TEMP TABLE lost_order AS
      SELECT id FROM stock_reservation WHERE status = 'held'
      AND NOT EXISTS (SELECT FROM ordered WHERE ordered.id = stock_reservation.id)
      """;
  private static final String LOST_RESERVATIONS =
      """
      CREATE TEMP TABLE lost_reservation AS
      SELECT id, lines FROM ordered WHERE confirmed
      AND NOT EXISTS (
        SELECT FROM stock_reservation WHERE status = 'held' AND stock_reservation.id = ordered.id)
      """;
  private static final String CHANGES =
      """
      CREATE TEMP TABLE change AS
      SELECT product_id, sum(pieces) AS pieces FROM (
        SELECT product_id, quantity AS pieces FROM stock_reservation_line
        WHERE reservation_id IN (SELECT id FROM lost_order)
        UNION ALL
        SELECT (line ->> 'productId')::bigint, -(line ->> 'quantity')::bigint
        FROM lost_reservation, jsonb_array_elements(lines) line
      ) pieces GROUP BY product_id
      """;
  private static final String SHORT =
      """
      SELECT product_id, -pieces - coalesce(stock, 0)
      FROM change LEFT JOIN product ON id = product_id WHERE coalesce(stock, 0) + pieces < 0
      """;
  private static final String APPLY =
      """
      UPDATE stock_reservation SET status = 'released', decided_at = now()
      WHERE id IN (SELECT id FROM lost_order);
      INSERT INTO stock_reservation (id, status, requested, lines)
      SELECT id, 'held', '', lines FROM lost_reservation
      ON CONFLICT (id) DO UPDATE SET status = 'held', lines = excluded.lines, decided_at = now();
      UPDATE product SET stock = stock + pieces FROM change WHERE id = product_id
      """;

  private Reconciliation() {}

  /**
   * @param lostOrders reservations that are released, because their orders are gone
   * @param lostReservations orders whose items are taken from the stock again
   * @param shortages products of which more was promised than exists; if there are any, nothing is
   *     changed
   */
  record Result(long lostOrders, long lostReservations, List<String> shortages) {
    boolean isConsistent() {
      return lostOrders == 0 && lostReservations == 0;
    }
  }

  /**
   * @param apply whether to change anything
   */
  static Result run(Connection users, Connection orders, Connection products, boolean apply)
      throws SQLException {
    products.setAutoCommit(false);
    try (Statement statement = products.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE ordered (id uuid PRIMARY KEY, confirmed boolean, lines jsonb)");
      copy(orders, products);
      statement.execute(LOST_ORDERS);
      statement.execute(LOST_RESERVATIONS);
      statement.execute(CHANGES);
      Result result =
          new Result(
              number(statement, "SELECT count(*) FROM lost_order"),
              number(statement, "SELECT count(*) FROM lost_reservation"),
              shortages(statement));
      if (apply && result.shortages().isEmpty()) {
        statement.execute(APPLY);
        products.commit();
        spareIds(users, orders);
      } else {
        products.rollback();
      }
      return result;
    }
  }

  private static void copy(Connection orders, Connection products) throws SQLException {
    try (Statement reading = orders.createStatement();
        ResultSet rows = reading.executeQuery(ORDERS);
        PreparedStatement writing =
            products.prepareStatement("INSERT INTO ordered VALUES (?, ?, ?::jsonb)")) {
      int waiting = 0;
      while (rows.next()) {
        writing.setObject(1, rows.getObject(1));
        writing.setBoolean(2, rows.getBoolean(2));
        writing.setString(3, rows.getString(3));
        writing.addBatch();
        waiting++;
        if (waiting % BATCH == 0) {
          writing.executeBatch();
        }
      }
      writing.executeBatch();
    }
  }

  private static List<String> shortages(Statement statement) throws SQLException {
    List<String> shortages = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(SHORT)) {
      while (rows.next()) {
        shortages.add("product %d: %d pieces".formatted(rows.getLong(1), rows.getLong(2)));
      }
    }
    return shortages;
  }

  private static void spareIds(Connection users, Connection orders) throws SQLException {
    try (Statement reading = orders.createStatement();
        Statement writing = users.createStatement()) {
      long known = number(reading, "SELECT coalesce(max(user_id), 0) FROM orders");
      long next = number(writing, "SELECT coalesce(max(id), 0) FROM users");
      if (known > next) {
        moveSequence(users, known + SPARE_IDS);
      }
    }
  }

  private static void moveSequence(Connection users, long last) throws SQLException {
    try (PreparedStatement statement =
        users.prepareStatement("SELECT setval(pg_get_serial_sequence('users', 'id'), ?)")) {
      statement.setLong(1, last);
      statement.execute();
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

package org.contractshop.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads orders from PostgreSQL. */
@Repository
class OrderHistory {
  private static final String COLUMNS = "id, user_id, reservation_id, status, total, created_at";

  private final JdbcClient database;

  OrderHistory(JdbcClient database) {
    this.database = database;
  }

  Optional<Order> find(long id) {
    return withItems(
            database
                .sql("SELECT " + COLUMNS + " FROM orders WHERE id = ?")
                .param(id)
                .query(OrderHistory::order)
                .list())
        .stream()
        .findFirst();
  }

  /** Up to {@code count} orders of the user with an id less than {@code before}, newest first. */
  List<Order> page(long userId, long before, int count) {
    return withItems(
        database
            .sql(
                "SELECT "
                    + COLUMNS
                    + " FROM orders WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
            .params(userId, before, count)
            .query(OrderHistory::order)
            .list());
  }

  private List<Order> withItems(List<Order> orders) {
    if (orders.isEmpty()) {
      return orders;
    }
    Map<Long, List<OrderItem>> items = new HashMap<>();
    database
        .sql(
            """
            SELECT order_id, product_id, quantity, name, unit_price FROM order_item
            WHERE order_id = ANY(?) ORDER BY order_id, position
            """)
        .param(orders.stream().mapToLong(Order::id).toArray())
        .query(
            row -> {
              items
                  .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                  .add(
                      new OrderItem(
                          row.getLong(2), row.getInt(3), row.getString(4), row.getBigDecimal(5)));
            });
    return orders.stream()
        .map(
            order ->
                new Order(
                    order.id(),
                    order.userId(),
                    order.reservationId(),
                    order.status(),
                    order.total(),
                    order.createdAt(),
                    List.copyOf(items.getOrDefault(order.id(), List.of()))))
        .toList();
  }

  private static Order order(ResultSet row, int number) throws SQLException {
    return new Order(
        row.getLong(1),
        row.getLong(2),
        row.getObject(3, UUID.class),
        OrderStatus.of(row.getString(4)),
        row.getBigDecimal(5),
        instant(row, 6),
        List.of());
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

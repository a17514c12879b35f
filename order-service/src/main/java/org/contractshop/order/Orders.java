package org.contractshop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.contractshop.order.stock.Reserved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes orders in PostgreSQL; {@link OrderHistory} reads them. Every change of state names the
 * states that it may come from, so that of two that race one does nothing. Times are PostgreSQL's,
 * so that the clocks of the instances do not matter.
 */
@Repository
class Orders {
  private final JdbcClient database;

  Orders(JdbcClient database) {
    this.database = database;
  }

  /** A pending order, claimed by the caller for {@code claim} seconds. */
  Order begin(OrderRequest request, int claimSeconds) {
    UUID reservationId = UUID.randomUUID();
    record Begun(long id, Instant createdAt) {}
    Begun begun =
        database
            .sql(
                """
                WITH begun AS (
                  INSERT INTO orders (user_id, reservation_id, status, claimed_until)
                  VALUES (?, ?, 'pending', now() + make_interval(secs => ?))
                  RETURNING id, created_at
                ), items AS (
                  INSERT INTO order_item (order_id, position, product_id, quantity)
                  SELECT begun.id, item.position, item.product_id, item.quantity
                  FROM begun, unnest(?::bigint[], ?::int[])
                    WITH ORDINALITY AS item (product_id, quantity, position)
                )
                SELECT id, created_at FROM begun
                """)
            .params(request.userId(), reservationId, claimSeconds)
            .param(column(request.items(), item -> item.productId()))
            .param(column(request.items(), item -> item.quantity()))
            .query((row, number) -> new Begun(row.getLong(1), OrderHistory.instant(row, 2)))
            .single();
    return new Order(
        begun.id(),
        request.userId(),
        reservationId,
        OrderStatus.PENDING,
        null,
        begun.createdAt(),
        request.items().stream()
            .map(item -> new OrderItem(item.productId(), item.quantity(), null, null))
            .toList());
  }

  /**
   * Claims a pending order that nobody is at work on.
   *
   * @return whether it is the caller's now
   */
  boolean claim(long id, int claimSeconds) {
    return database
            .sql(
                """
                UPDATE orders SET claimed_until = now() + make_interval(secs => ?)
                WHERE id = ? AND status = 'pending' AND claimed_until < now()
                """)
            .params(claimSeconds, id)
            .update()
        == 1;
  }

  /** Lets a repeated request claim a pending order at once. */
  void unclaim(long id) {
    database
        .sql("UPDATE orders SET claimed_until = now() WHERE id = ? AND status = 'pending'")
        .param(id)
        .update();
  }

  /**
   * @return whether the order was pending and is confirmed now
   */
  boolean confirm(long id, List<Reserved> reserved, BigDecimal total) {
    return database
            .sql(
                """
                WITH confirmed AS (
                  UPDATE orders SET status = 'confirmed', total = ?
                  WHERE id = ? AND status = ANY(?)
                  RETURNING id
                ), items AS (
                  UPDATE order_item SET name = item.name, unit_price = item.unit_price
                  FROM confirmed, unnest(?::text[], ?::numeric[])
                    WITH ORDINALITY AS item (name, unit_price, position)
                  WHERE order_item.order_id = confirmed.id AND order_item.position = item.position
                )
                SELECT count(*) FROM confirmed
                """)
            .params(total, id)
            .param(before(OrderStatus.CONFIRMED))
            .param(column(reserved, Reserved::name))
            .param(column(reserved, Reserved::unitPrice))
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Removes a pending order that holds no stock. */
  void remove(long id) {
    database.sql("DELETE FROM orders WHERE id = ? AND status = 'pending'").param(id).update();
  }

  /**
   * Cancels a confirmed order. Its stock is to be returned then.
   *
   * @return whether it was confirmed and is cancelled now
   */
  boolean cancel(long id) {
    return database
            .sql(
                """
                UPDATE orders SET status = 'cancelled', claimed_until = now()
                WHERE id = ? AND status = 'confirmed'
                """)
            .param(id)
            .update()
        == 1;
  }

  /** Cancels the pending orders that nobody was at work on for so long. */
  int cancelAbandoned(int seconds) {
    return database
        .sql(
            """
            UPDATE orders SET status = 'cancelled', claimed_until = now()
            WHERE id IN (
              SELECT id FROM orders
              WHERE status = 'pending' AND claimed_until < now() - make_interval(secs => ?)
              FOR UPDATE SKIP LOCKED
            )
            """)
        .param(seconds)
        .update();
  }

  /** A cancelled order whose stock is not known to be back. */
  record Unreturned(long orderId, UUID reservationId) {}

  /** Claims some of them, oldest first; those that another instance claimed are skipped. */
  List<Unreturned> claimUnreturned(int most, int claimSeconds) {
    return database
        .sql(
            """
            UPDATE orders SET claimed_until = now() + make_interval(secs => ?)
            WHERE id IN (
              SELECT id FROM orders
              WHERE status = 'cancelled' AND NOT stock_returned AND claimed_until <= now()
              ORDER BY claimed_until LIMIT ? FOR UPDATE SKIP LOCKED
            )
            RETURNING id, reservation_id
            """)
        .params(claimSeconds, most)
        .query((row, number) -> new Unreturned(row.getLong(1), row.getObject(2, UUID.class)))
        .list();
  }

  void stockReturned(long id) {
    database
        .sql("UPDATE orders SET stock_returned = true WHERE id = ? AND status = 'cancelled'")
        .param(id)
        .update();
  }

  private static String[] before(OrderStatus next) {
    return Arrays.stream(OrderStatus.values())
        .filter(status -> status.mayBecome(next))
        .map(OrderStatus::wireName)
        .toArray(String[]::new);
  }

  /** A column as text, which PostgreSQL casts to the array's type. */
  private static <T> String[] column(Collection<T> rows, Function<T, Object> value) {
    return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
  }
}

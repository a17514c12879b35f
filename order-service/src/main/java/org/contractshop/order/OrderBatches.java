package org.contractshop.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.contractshop.base.admission.RequestDeadline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/**
 * The steps of placing an order, for many orders in one statement, which is one round trip and one
 * commit.
 */
@Repository
class OrderBatches {
  /** The least and the most time that PostgreSQL gets for a statement and its commit. */
  private static final long LEAST_MILLIS = 300;

  private static final long MOST_MILLIS = 1_000;

  private final JdbcTemplate database;
  private final OrderRows rows;

  OrderBatches(JdbcTemplate database, OrderRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * The end of a pending order that holds no stock.
   *
   * @param request the request that placed it; its key remembers the refusal if there is one, and
   *     is free again otherwise
   */
  record Removal(long orderId, OrderRequest request, @Nullable OrderRefusal refusal) {}

  private record Begun(long id, Instant createdAt) {}

  /**
   * Stores pending orders with their keys, claimed for the caller. Waits for transactions that are
   * using one of the keys.
   *
   * @return the order of each request, or nothing if its key is in use
   */
  List<Optional<Order>> begin(List<OrderRequest> requests, RequestDeadline deadline) {
    List<UUID> reservations = requests.stream().map(request -> UUID.randomUUID()).toList();
    Map<UUID, Begun> begun = new HashMap<>();
    execute(
        """
        WITH requested AS MATERIALIZED (
          SELECT nextval('orders_id_seq') AS id, request.*
          FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[])
            AS request (user_id, reservation_id, lines, key, fingerprint)
        ), used AS (
          INSERT INTO idempotency_key (user_id, key, requested, order_id)
          SELECT user_id, key, fingerprint, id FROM requested WHERE key IS NOT NULL
          ORDER BY user_id, key -- two transactions with the same keys must not deadlock
          ON CONFLICT DO NOTHING
          RETURNING order_id
        )
        INSERT INTO orders (id, user_id, reservation_id, status, lines, claimed_until)
        OVERRIDING SYSTEM VALUE
        SELECT id, user_id, reservation_id, 'pending', lines::jsonb,
               now() + make_interval(secs => ?)
        FROM requested WHERE key IS NULL OR id IN (SELECT order_id FROM used)
        RETURNING reservation_id, id, created_at
        """,
        deadline,
        row ->
            begun.put(
                row.getObject(1, UUID.class), new Begun(row.getLong(2), rows.instant(row, 3))),
        column(requests, OrderRequest::userId),
        column(reservations, id -> id),
        column(requests, request -> rows.json(request.lines())),
        column(requests, OrderRequest::idempotencyKey),
        column(requests, OrderRequest::fingerprint),
        OrderRepository.CLAIM_SECONDS);
    return IntStream.range(0, requests.size())
        .mapToObj(i -> order(requests.get(i), reservations.get(i), begun.get(reservations.get(i))))
        .toList();
  }

  private static Optional<Order> order(
      OrderRequest request, UUID reservation, @Nullable Begun begun) {
    return begun == null
        ? Optional.empty()
        : Optional.of(
            Order.pending(
                begun.id(), request.userId(), reservation, begun.createdAt(), request.lines()));
  }

  /**
   * @param orders as they are to be stored
   * @return for each whether it was pending and is confirmed now
   */
  List<Boolean> confirm(List<Order> orders, RequestDeadline deadline) {
    Set<Long> confirmed = new HashSet<>();
    execute(
        """
        UPDATE orders SET status = 'confirmed', total = reserved.total, lines = reserved.lines::jsonb
        FROM unnest(?::bigint[], ?::numeric[], ?::text[]) AS reserved (id, total, lines)
        WHERE orders.id = reserved.id AND status = 'pending'
        RETURNING orders.id
        """,
        deadline,
        row -> confirmed.add(row.getLong(1)),
        column(orders, Order::id),
        column(orders, Order::total),
        column(orders, order -> rows.json(order.lines())));
    return orders.stream().map(order -> confirmed.contains(order.id())).toList();
  }

  /**
   * @return for each whether it was pending and is removed now
   */
  List<Boolean> remove(List<Removal> removals, RequestDeadline deadline) {
    Set<Long> removed = new HashSet<>();
    execute(
        """
        WITH removal AS MATERIALIZED (
          SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
            AS removal (id, user_id, key, refusal, product_id)
        ), removed AS (
          DELETE FROM orders USING removal WHERE orders.id = removal.id AND status = 'pending'
          RETURNING orders.id
        ), refused AS (
          UPDATE idempotency_key AS used
          SET order_id = NULL, refusal = removal.refusal, refused_product_id = removal.product_id
          FROM removal JOIN removed USING (id)
          WHERE used.user_id = removal.user_id AND used.key = removal.key
            AND used.order_id = removal.id AND removal.refusal IS NOT NULL
        ), freed AS (
          DELETE FROM idempotency_key AS used USING removal JOIN removed USING (id)
          WHERE used.user_id = removal.user_id AND used.key = removal.key
            AND used.order_id = removal.id AND removal.refusal IS NULL
        )
        SELECT id FROM removed
        """,
        deadline,
        row -> removed.add(row.getLong(1)),
        column(removals, Removal::orderId),
        column(removals, removal -> removal.request().userId()),
        column(removals, removal -> removal.request().idempotencyKey()),
        column(removals, removal -> removal.refusal() == null ? null : removal.refusal().reason()),
        column(
            removals, removal -> removal.refusal() == null ? null : removal.refusal().productId()));
    return removals.stream().map(removal -> removed.contains(removal.orderId())).toList();
  }

  private void execute(
      String sql, RequestDeadline deadline, RowCallbackHandler reader, Object... parameters) {
    database.execute(
        (Connection connection) -> {
          connection.setNetworkTimeout(Runnable::run, millis(deadline));
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                reader.processRow(result);
              }
            }
            return true; // of no meaning
          }
        });
  }

  private static int millis(RequestDeadline deadline) {
    return (int) Math.max(LEAST_MILLIS, Math.min(MOST_MILLIS, deadline.remaining().toMillis()));
  }

  /** A column as an array of text, which PostgreSQL casts to the column's type. */
  private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
    return rows.stream()
        .map(
            row -> {
              Object cell = value.apply(row);
              return cell == null ? null : cell.toString();
            })
        .toArray(String[]::new);
  }
}

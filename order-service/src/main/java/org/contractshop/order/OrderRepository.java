package org.contractshop.order;

import java.util.List;
import java.util.Optional;
import org.contractshop.base.OutcomeUnknownException;
import org.contractshop.base.Writes;
import org.contractshop.base.admission.RequestDeadline;
import org.contractshop.order.OrderBatches.Removal;
import org.contractshop.order.OrderRefusal.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Orders, and the idempotency keys that they were placed with, in PostgreSQL. Every state change
 * names the states it may start from, so when two race, one has no effect. Times are PostgreSQL's,
 * so the clocks of the instances do not matter.
 */
@Repository
class OrderRepository {
  /** Longer than a request can take, so nobody else works on its order meanwhile. */
  static final int CLAIM_SECONDS = 4;

  private static final int LARGEST_BATCH = 64;

  private final JdbcClient database;
  private final OrderRows rows;
  private final GroupCommit<OrderRequest, Optional<Order>> begins;
  private final GroupCommit<Order, Boolean> confirmations;
  private final GroupCommit<Removal, Boolean> removals;

  OrderRepository(JdbcClient database, OrderRows rows, OrderBatches batches) {
    this.database = database;
    this.rows = rows;
    begins = new GroupCommit<>(LARGEST_BATCH, batches::begin);
    confirmations = new GroupCommit<>(LARGEST_BATCH, batches::confirm);
    removals = new GroupCommit<>(LARGEST_BATCH, batches::remove);
  }

  /**
   * A used idempotency key.
   *
   * @param fingerprint of the request that used it
   * @param order absent if the request was refused
   * @param refusal present if it was
   */
  record UsedKey(String fingerprint, @Nullable Order order, @Nullable OrderRefusal refusal) {}

  /**
   * Stores a pending order, claimed by the caller.
   *
   * @return nothing if the request's key is in use
   */
  Optional<Order> begin(OrderRequest request, RequestDeadline deadline) {
    return begins.submit(request, deadline);
  }

  /**
   * @param order as it is to be stored
   * @return whether it was pending and is confirmed now
   * @throws OutcomeUnknownException if the connection was lost meanwhile
   */
  boolean confirm(Order order, RequestDeadline deadline) {
    return Writes.single(() -> confirmations.submit(order, deadline));
  }

  /** Removes a pending order that holds no stock; its key remembers the refusal, if any. */
  void remove(
      Order order, OrderRequest request, @Nullable OrderRefusal why, RequestDeadline deadline) {
    removals.submit(new Removal(order.id(), request, why), deadline);
  }

  Optional<Order> find(long id) {
    return database
        .sql("SELECT " + OrderRows.COLUMNS + " FROM orders WHERE id = ?")
        .param(id)
        .query(rows)
        .optional();
  }

  /** Up to {@code count} orders of the user with an id less than {@code before}, newest first. */
  List<Order> page(long userId, long before, int count) {
    return database
        .sql(
            "SELECT "
                + OrderRows.COLUMNS
                + " FROM orders WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
        .params(userId, before, count)
        .query(rows)
        .list();
  }

  Optional<UsedKey> findKey(long userId, String key) {
    return database
        .sql(
            "SELECT "
                + OrderRows.COLUMNS
                + """
                , requested, refusal, refused_product_id
                FROM idempotency_key LEFT JOIN orders ON orders.id = order_id
                WHERE idempotency_key.user_id = ? AND key = ?
                """)
        .params(userId, key)
        .query(
            (row, number) ->
                new UsedKey(
                    row.getString("requested"),
                    row.getObject(1) == null ? null : rows.mapRow(row, number),
                    row.getString("refusal") == null
                        ? null
                        : new OrderRefusal(
                            Reason.valueOf(row.getString("refusal")),
                            row.getLong("refused_product_id"))))
        .optional();
  }

  /**
   * Claims a pending order that nobody is working on.
   *
   * @return whether the caller has claimed it
   */
  boolean claim(long id) {
    return database
            .sql(
                """
                UPDATE orders SET claimed_until = now() + make_interval(secs => ?)
                WHERE id = ? AND status = 'pending' AND claimed_until < now()
                """)
            .params(CLAIM_SECONDS, id)
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
   * Cancels a confirmed order. Its stock must then be released.
   *
   * @return whether it was confirmed and is cancelled now
   * @throws OutcomeUnknownException if the connection was lost meanwhile
   */
  boolean cancel(long id) {
    return Writes.single(
            () ->
                database
                    .sql(
                        """
                        UPDATE orders SET status = 'cancelled', claimed_until = now()
                        WHERE id = ? AND status = 'confirmed'
                        """)
                    .param(id)
                    .update())
        == 1;
  }
}

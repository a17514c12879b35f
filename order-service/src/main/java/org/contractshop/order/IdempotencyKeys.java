package org.contractshop.order;

import java.util.Optional;
import org.contractshop.order.stock.StockRefusedException;
import org.contractshop.order.stock.StockRefusedException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which order, or which refusal, belongs to a customer's idempotency key. A key is kept for at
 * least 24 hours and belongs to one order for good.
 */
@Repository
class IdempotencyKeys {
  private static final String KEPT = "25 hours";

  private final JdbcClient database;

  IdempotencyKeys(JdbcClient database) {
    this.database = database;
  }

  /**
   * A key that was used.
   *
   * @param requested the fingerprint of the items
   * @param orderId the order, unless the request was refused
   * @param refusal why it was
   */
  record Used(String requested, @Nullable Long orderId, @Nullable StockRefusedException refusal) {}

  Optional<Used> find(long userId, String key) {
    return database
        .sql(
            """
            SELECT requested, order_id, refusal, refused_product_id FROM idempotency_key
            WHERE user_id = ? AND key = ?
            """)
        .params(userId, key)
        .query(
            (row, number) ->
                new Used(
                    row.getString(1),
                    row.getObject(2, Long.class),
                    row.getString(3) == null
                        ? null
                        : new StockRefusedException(
                            Reason.valueOf(row.getString(3)), row.getLong(4))))
        .optional();
  }

  /**
   * Waits for a transaction that is just using the key.
   *
   * @return whether the key was free and belongs to the order now
   */
  boolean use(OrderRequest request, long orderId) {
    return database
            .sql(
                """
                INSERT INTO idempotency_key (user_id, key, requested, order_id)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(request.userId(), request.idempotencyKey(), request.fingerprint(), orderId)
            .update()
        == 1;
  }

  void refuse(long orderId, StockRefusedException refusal) {
    database
        .sql(
            """
            UPDATE idempotency_key SET order_id = NULL, refusal = ?, refused_product_id = ?
            WHERE order_id = ?
            """)
        .params(refusal.reason().name(), refusal.productId(), orderId)
        .update();
  }

  void forgetOld() {
    database
        .sql("DELETE FROM idempotency_key WHERE created_at < now() - interval '" + KEPT + "'")
        .update();
  }
}

package org.contractshop.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.contractshop.product.WriteOutcome.InsufficientStock;
import org.contractshop.product.WriteOutcome.UnknownProduct;
import org.contractshop.product.WriteOutcome.Written;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The keys of requests and the outcomes of those requests, in PostgreSQL. */
@Repository
class IdempotencyKeyRepository {
  private final JdbcTemplate database;
  private final JsonMapper json = JsonMapper.shared();

  IdempotencyKeyRepository(JdbcTemplate database) {
    this.database = database;
  }

  /**
   * A used key.
   *
   * @param fingerprint of the request that used it
   */
  record UsedKey(String fingerprint, WriteOutcome outcome) {}

  /**
   * Takes a key for the current transaction. Waits if another transaction has taken it.
   *
   * @return whether the request got the key; otherwise {@link #find} finds it
   * @throws KeyInProgressException if the other transaction takes too long
   */
  boolean claim(KeyedRequest request) {
    try {
      return database.update(
              """
              INSERT INTO idempotency_key (caller, key, fingerprint) VALUES (?, ?, ?)
              ON CONFLICT (caller, key) DO NOTHING
              """,
              request.caller(),
              request.key(),
              request.fingerprint())
          == 1;
    } catch (CannotAcquireLockException exception) {
      throw new KeyInProgressException();
    }
  }

  void save(KeyedRequest request, WriteOutcome outcome) {
    Long refused = null;
    String reason = null;
    String product = null;
    if (outcome instanceof Written written) {
      product = json.writeValueAsString(written.product());
    } else if (outcome instanceof InsufficientStock scarce) {
      reason = "insufficient-stock";
      refused = scarce.productId();
    } else if (outcome instanceof UnknownProduct unknown) {
      reason = "unknown-product";
      refused = unknown.productId();
    }
    database.update(
        """
        UPDATE idempotency_key SET product = ?::jsonb, refusal = ?, refused_product_id = ?
        WHERE caller = ? AND key = ?
        """,
        product,
        reason,
        refused,
        request.caller(),
        request.key());
  }

  Optional<UsedKey> find(KeyedRequest request) {
    return database
        .query(
            """
            SELECT fingerprint, product, refusal, refused_product_id FROM idempotency_key
            WHERE caller = ? AND key = ?
            """,
            (row, number) -> new UsedKey(row.getString(1), outcome(row)),
            request.caller(),
            request.key())
        .stream()
        .findFirst();
  }

  private WriteOutcome outcome(ResultSet row) throws SQLException {
    String reason = row.getString(3);
    if (reason == null) {
      return new Written(json.readValue(row.getString(2), Product.class));
    }
    return reason.equals("insufficient-stock")
        ? new InsufficientStock(row.getLong(4))
        : new UnknownProduct(row.getLong(4));
  }

  /**
   * @return how many keys it deleted
   */
  int deleteOlderThan(int hours, int most) {
    return database.update(
        """
        DELETE FROM idempotency_key WHERE (caller, key) IN (
          SELECT caller, key FROM idempotency_key
          WHERE created_at < now() - make_interval(hours => ?)
          ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED
        )
        """,
        hours,
        most);
  }
}

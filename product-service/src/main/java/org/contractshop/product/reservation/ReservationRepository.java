package org.contractshop.product.reservation;

import static org.contractshop.product.reservation.ReservationRows.column;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Repository;

/**
 * Reservations and the stock that they take, in PostgreSQL. Every transaction locks its products in
 * the order of their ids and before anything else, so that no two ever wait for each other.
 */
@Repository
class ReservationRepository {
  private final JdbcTemplate database;
  private final ReservationRows rows;

  ReservationRepository(JdbcTemplate database, ReservationRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Locks the products of the requests, then reads their data and earlier decisions. */
  LockedStock lock(List<ReservationRequest> requests, LockMode mode) {
    long[] products = productIds(requests);
    String[] ids = column(requests, ReservationRequest::id);
    return mode == LockMode.WAIT
        ? execute(
            ReservationSql.LOCK_WAITING,
            statement -> {
              statement.setObject(1, products);
              statement.setObject(2, ids);
              statement.execute();
              return locked(statement, new HashSet<>());
            })
        : execute(
            ReservationSql.LOCK_FREE,
            statement -> {
              statement.setObject(1, products);
              statement.setObject(2, products);
              statement.setObject(3, ids);
              statement.execute();
              Set<Long> existing = rows.ids(statement.getResultSet());
              statement.getMoreResults();
              return locked(statement, existing);
            });
  }

  void lock(long productId) {
    database.queryForList(ReservationSql.LOCK_ONE, productId);
  }

  private LockedStock locked(PreparedStatement statement, Set<Long> existing) throws SQLException {
    Map<Long, StockRow> stock = rows.stock(statement.getResultSet());
    existing.removeAll(stock.keySet());
    statement.getMoreResults();
    return new LockedStock(stock, existing, rows.reservations(statement.getResultSet()));
  }

  /**
   * Stores new reservations, and takes their quantities from the locked products.
   *
   * @throws ConcurrentReservationException if another transaction took one of the ids since {@link
   *     #lock}
   */
  void insert(List<StoredReservation> reservations, SortedMap<Long, Long> pieces) {
    long inserted =
        execute(
            ReservationSql.INSERT,
            statement -> {
              statement.setObject(1, column(reservations, StoredReservation::id));
              statement.setObject(2, column(reservations, ReservationRows::status));
              statement.setObject(3, column(reservations, StoredReservation::fingerprint));
              statement.setObject(4, column(reservations, ReservationRows::reason));
              statement.setObject(5, column(reservations, ReservationRows::refusedProductId));
              statement.setObject(6, column(reservations, rows::lines));
              statement.setObject(7, array(pieces.keySet()));
              statement.setObject(8, array(pieces.values()));
              try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1);
              }
            });
    if (inserted < reservations.size()) {
      throw new ConcurrentReservationException();
    }
  }

  void release(UUID id) {
    execute(
        ReservationSql.RELEASE,
        statement -> {
          for (int parameter = 1; parameter <= 4; parameter++) {
            statement.setObject(parameter, id);
          }
          return statement.execute();
        });
  }

  /**
   * Deletes refused and released reservations, the oldest first.
   *
   * @return how many it deleted
   */
  int deleteOutdated(Duration age, int most) {
    return database.update(ReservationSql.DELETE_OUTDATED, age.toSeconds(), most);
  }

  private <T> T execute(String sql, PreparedStatementCallback<T> callback) {
    return database.execute(sql, callback);
  }

  private static long[] productIds(List<ReservationRequest> requests) {
    Set<Long> ids = new TreeSet<>();
    requests.forEach(request -> request.lines().forEach(line -> ids.add(line.productId())));
    return array(ids);
  }

  private static long[] array(Collection<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}

package org.contractshop.product.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.contractshop.product.reservation.Refusal.Reason;
import org.contractshop.product.reservation.StockReservation.ReservedLine;
import org.contractshop.product.reservation.StoredReservation.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reservation ids and what was decided about them, in PostgreSQL. */
@Repository
class ReservationRepository {
  private final JdbcClient database;

  ReservationRepository(JdbcClient database) {
    this.database = database;
  }

  /** What was decided about those of the requests' ids that are known. */
  Map<UUID, StoredReservation> find(List<ReservationRequest> requests) {
    Map<UUID, StoredReservation> found = new HashMap<>();
    database
        .sql(
            """
            SELECT reservation.id, status, requested, refusal, refused_product_id,
                   product_id, name, quantity, unit_price
            FROM stock_reservation AS reservation
            LEFT JOIN stock_reservation_line ON reservation_id = reservation.id
            WHERE reservation.id = ANY(?::uuid[]) ORDER BY position
            """)
        .param(column(requests, ReservationRequest::id))
        .query(
            row -> {
              UUID id = row.getObject(1, UUID.class);
              if (!found.containsKey(id)) {
                found.put(id, reservation(id, row));
              }
              if (row.getObject(6) != null) {
                found
                    .get(id)
                    .lines()
                    .add(
                        new ReservedLine(
                            row.getLong(6), row.getString(7), row.getInt(8), row.getBigDecimal(9)));
              }
            });
    return found;
  }

  /**
   * @throws ConcurrentReservationException if another transaction took one of the ids since {@link
   *     #find}
   */
  void insert(List<StoredReservation> reservations) {
    int inserted =
        database
            .sql(
                """
                INSERT INTO stock_reservation (id, status, requested, refusal, refused_product_id)
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                ORDER BY 1 -- two transactions with the same ids must not wait for each other
                ON CONFLICT (id) DO NOTHING
                """)
            .param(column(reservations, StoredReservation::id))
            .param(column(reservations, reservation -> text(reservation.status())))
            .param(column(reservations, StoredReservation::fingerprint))
            .param(column(reservations, ReservationRepository::reason))
            .param(column(reservations, ReservationRepository::refusedProductId))
            .update();
    if (inserted < reservations.size()) {
      throw new ConcurrentReservationException();
    }
    record Row(UUID reservationId, int position, ReservedLine line) {}
    List<Row> rows = new ArrayList<>();
    for (StoredReservation reservation : reservations) {
      for (int position = 0; position < reservation.lines().size(); position++) {
        rows.add(new Row(reservation.id(), position, reservation.lines().get(position)));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            INSERT INTO stock_reservation_line
              (reservation_id, position, product_id, quantity, name, unit_price)
            SELECT * FROM unnest(?::uuid[], ?::int[], ?::bigint[], ?::int[], ?::text[], ?::numeric[])
            """)
        .param(column(rows, Row::reservationId))
        .param(column(rows, Row::position))
        .param(column(rows, row -> row.line().productId()))
        .param(column(rows, row -> row.line().quantity()))
        .param(column(rows, row -> row.line().name()))
        .param(column(rows, row -> row.line().unitPrice()))
        .update();
  }

  /**
   * Takes an id that nothing was decided about as released.
   *
   * @return whether it was unknown
   */
  boolean insertTombstone(UUID id) {
    return database
            .sql(
                """
                INSERT INTO stock_reservation (id, status, requested) VALUES (?, 'released', '')
                ON CONFLICT (id) DO NOTHING
                """)
            .param(id)
            .update()
        == 1;
  }

  /**
   * @return whether the id was not released yet
   */
  boolean release(UUID id) {
    return database
            .sql(
                """
                UPDATE stock_reservation SET status = 'released'
                WHERE id = ? AND status <> 'released'
                """)
            .param(id)
            .update()
        == 1;
  }

  private static StoredReservation reservation(UUID id, ResultSet row) throws SQLException {
    String reason = row.getString(4);
    return new StoredReservation(
        id,
        Status.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        row.getString(3),
        reason == null
            ? null
            : new Refusal(
                Reason.valueOf(reason.replace('-', '_').toUpperCase(Locale.ROOT)), row.getLong(5)),
        new ArrayList<>());
  }

  private static @Nullable String reason(StoredReservation reservation) {
    return reservation.refusal() == null ? null : text(reservation.refusal().reason());
  }

  private static @Nullable Long refusedProductId(StoredReservation reservation) {
    return reservation.refusal() == null ? null : reservation.refusal().productId();
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A column as text, which PostgreSQL casts to the array's type. */
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

package org.contractshop.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.contractshop.product.StockReservation.ReservedLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The verdicts on reservation ids in PostgreSQL. */
@Repository
class Decisions {
  private final JdbcClient database;

  Decisions(JdbcClient database) {
    this.database = database;
  }

  /** What was decided about those of the requests' ids that are known. */
  Map<UUID, Decision> find(List<ReservationRequest> requests) {
    Map<UUID, Decision> decisions = new HashMap<>();
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
              if (!decisions.containsKey(id)) {
                Verdict verdict =
                    switch (row.getString(2)) {
                      case "held" ->
                          new Verdict.Held(new StockReservation(id, new ArrayList<>()), false);
                      case "released" -> new Verdict.Released();
                      default -> Decision.refusal(row.getString(4), row.getLong(5));
                    };
                decisions.put(id, new Decision(id, row.getString(3), verdict));
              }
              if (decisions.get(id).verdict() instanceof Verdict.Held held) {
                held.reservation()
                    .lines()
                    .add(
                        new ReservedLine(
                            row.getLong(6), row.getString(7), row.getInt(8), row.getBigDecimal(9)));
              }
            });
    return decisions;
  }

  /**
   * @throws ConcurrentReservationException if another transaction took one of the ids since {@link
   *     #find}
   */
  void save(List<Decision> decisions) {
    int saved =
        database
            .sql(
                """
                INSERT INTO stock_reservation (id, status, requested, refusal, refused_product_id)
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                ORDER BY 1 -- two transactions with the same ids must not wait for each other
                ON CONFLICT (id) DO NOTHING
                """)
            .param(column(decisions, Decision::id))
            .param(column(decisions, Decision::status))
            .param(column(decisions, Decision::requested))
            .param(column(decisions, Decision::refusal))
            .param(column(decisions, Decision::refusedProductId))
            .update();
    if (saved < decisions.size()) {
      throw new ConcurrentReservationException();
    }
    record Row(UUID reservationId, int position, ReservedLine line) {}
    List<Row> rows = new ArrayList<>();
    for (Decision decision : decisions) {
      for (int position = 0; position < decision.lines().size(); position++) {
        rows.add(new Row(decision.id(), position, decision.lines().get(position)));
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
   * Takes an id that nobody decided about as released.
   *
   * @return whether it was unknown
   */
  boolean bury(UUID id) {
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

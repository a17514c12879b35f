package org.contractshop.product;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.contractshop.product.StockReservation.ReservedLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock reservations in PostgreSQL.
 *
 * <p>Exact because the rows of all products are locked in the order of their ids before anything is read or decided, and
 * because the reservation's id is unique: of two requests with one id, one inserts and the other reads.
 */
@Repository
class StockReservations {
  private final JdbcClient database;

  StockReservations(JdbcClient database) {
    this.database = database;
  }

  /**
   * Decides the requests one after the other, in one transaction.
   *
   * @return a verdict for each request, in their order
   * @throws ConcurrentReservationException if another transaction took one of the ids meanwhile; nothing was done, and
   *     another attempt will find it
   */
  @Transactional
  List<Verdict> reserve(List<ReservationRequest> requests) {
    Map<Long, Shelf> shelves = lockShelves(requests);
    Map<UUID, Decision> decisions = existing(requests);
    List<Decision> decidedNow = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (ReservationRequest request : requests) {
      Decision earlier = decisions.get(request.id());
      if (earlier == null) {
        Decision decision = decide(request, shelves);
        decisions.put(request.id(), decision);
        decidedNow.add(decision);
        verdicts.add(decision.verdict());
      } else {
        verdicts.add(earlier.again(request));
      }
    }
    if (!decidedNow.isEmpty()) {
      save(decidedNow);
      takeStock(decidedNow);
    }
    return verdicts;
  }

  /**
   * Puts the stock of a reservation back, once. An id without a reservation is taken, so that a reservation that arrives
   * late finds it released.
   */
  @Transactional
  void release(UUID id) {
    int unknown =
        database
            .sql(
                """
                INSERT INTO stock_reservation (id, status, requested) VALUES (?, 'released', '')
                ON CONFLICT (id) DO NOTHING
                """)
            .param(id)
            .update();
    if (unknown == 1) {
      return;
    }
    String status =
        database
            .sql("SELECT status FROM stock_reservation WHERE id = ? FOR UPDATE")
            .param(id)
            .query(String.class)
            .single();
    if (status.equals("released")) {
      return;
    }
    database
        .sql("UPDATE stock_reservation SET status = 'released' WHERE id = ?")
        .param(id)
        .update();
    if (status.equals("held")) {
      putBack(id);
    }
  }

  private void putBack(UUID id) {
    database
        .sql(
            """
            WITH taken AS (
              SELECT product_id, sum(quantity) AS pieces
              FROM stock_reservation_line WHERE reservation_id = ? GROUP BY product_id
            ), locked AS (
              SELECT id FROM product WHERE id IN (SELECT product_id FROM taken)
              ORDER BY id FOR NO KEY UPDATE
            )
            UPDATE product SET stock = stock + taken.pieces
            FROM taken JOIN locked ON locked.id = taken.product_id
            WHERE product.id = locked.id
            """)
        .param(id)
        .update();
  }

  /** Locks in the order of the ids, so that two transactions never wait for each other. */
  private Map<Long, Shelf> lockShelves(List<ReservationRequest> requests) {
    TreeSet<Long> ids = new TreeSet<>();
    requests.forEach(request -> request.lines().forEach(line -> ids.add(line.productId())));
    Map<Long, Shelf> shelves = new HashMap<>();
    database
        .sql(
            """
            SELECT id, name, price, stock FROM product WHERE id = ANY(?)
            ORDER BY id FOR NO KEY UPDATE
            """)
        .param(ids.stream().mapToLong(Long::longValue).toArray())
        .query(
            row -> {
              shelves.put(
                  row.getLong(1),
                  new Shelf(row.getString(2), row.getBigDecimal(3), row.getInt(4)));
            });
    return shelves;
  }

  private Map<UUID, Decision> existing(List<ReservationRequest> requests) {
    Map<UUID, Decision> decisions = new HashMap<>();
    database
        .sql(
            """
            SELECT id, status, requested, refusal, refused_product_id
            FROM stock_reservation WHERE id = ANY(?::uuid[])
            """)
        .param(requests.stream().map(request -> request.id().toString()).toArray(String[]::new))
        .query(
            row -> {
              UUID id = row.getObject(1, UUID.class);
              Verdict verdict =
                  switch (row.getString(2)) {
                    case "held" -> new Verdict.Held(new StockReservation(id, List.of()), false);
                    case "released" -> new Verdict.Released();
                    default -> Decision.refusal(row.getString(4), row.getLong(5));
                  };
              decisions.put(id, new Decision(id, row.getString(3), verdict));
            });
    decisions.replaceAll((id, decision) -> decision.withLines(this::lines));
    return decisions;
  }

  private List<ReservedLine> lines(UUID id) {
    return database
        .sql(
            """
            SELECT product_id, name, quantity, unit_price FROM stock_reservation_line
            WHERE reservation_id = ? ORDER BY position
            """)
        .param(id)
        .query(
            (row, number) ->
                new ReservedLine(
                    row.getLong(1), row.getString(2), row.getInt(3), row.getBigDecimal(4)))
        .list();
  }

  private static Decision decide(ReservationRequest request, Map<Long, Shelf> shelves) {
    Verdict refusal = refusal(request, shelves);
    if (refusal != null) {
      return new Decision(request.id(), request.fingerprint(), refusal);
    }
    request.pieces().forEach((productId, pieces) -> shelves.get(productId).stock -= pieces);
    List<ReservedLine> lines =
        request.lines().stream()
            .map(
                line -> {
                  Shelf shelf = shelves.get(line.productId());
                  return new ReservedLine(
                      line.productId(), shelf.name, line.quantity(), shelf.price);
                })
            .toList();
    return new Decision(
        request.id(),
        request.fingerprint(),
        new Verdict.Held(new StockReservation(request.id(), lines), true));
  }

  private static @Nullable Verdict refusal(ReservationRequest request, Map<Long, Shelf> shelves) {
    for (Map.Entry<Long, Long> wanted : request.pieces().entrySet()) {
      Shelf shelf = shelves.get(wanted.getKey());
      if (shelf == null) {
        return new Verdict.UnknownProduct(wanted.getKey());
      }
      if (shelf.stock < wanted.getValue()) {
        return new Verdict.InsufficientStock(wanted.getKey());
      }
    }
    return null;
  }

  private void save(List<Decision> decisions) {
    int saved =
        database
            .sql(
                """
                INSERT INTO stock_reservation (id, status, requested, refusal, refused_product_id)
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                ORDER BY 1
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
      for (ReservedLine line : decision.lines()) {
        rows.add(new Row(decision.id(), rows.size(), line));
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

  private void takeStock(List<Decision> decisions) {
    Map<Long, Long> pieces = new TreeMap<>();
    decisions.forEach(
        decision ->
            decision
                .lines()
                .forEach(
                    line -> pieces.merge(line.productId(), (long) line.quantity(), Long::sum)));
    if (pieces.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            UPDATE product SET stock = stock - taken.pieces
            FROM unnest(?::bigint[], ?::bigint[]) AS taken (id, pieces)
            WHERE product.id = taken.id
            """)
        .param(column(pieces.keySet(), id -> id))
        .param(column(pieces.values(), count -> count))
        .update();
  }

  /** A column as text, which PostgreSQL casts to the array's type. */
  private static <T> @Nullable String[] column(
      Collection<T> rows, Function<T, @Nullable Object> value) {
    return rows.stream()
        .map(
            row -> {
              Object cell = value.apply(row);
              return cell == null ? null : cell.toString();
            })
        .toArray(String[]::new);
  }

  /** A locked product row. */
  private static final class Shelf {
    final String name;
    final BigDecimal price;
    long stock;

    Shelf(String name, BigDecimal price, long stock) {
      this.name = name;
      this.price = price;
      this.stock = stock;
    }
  }
}

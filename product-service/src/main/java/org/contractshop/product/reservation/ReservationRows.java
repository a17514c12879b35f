package org.contractshop.product.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.contractshop.product.reservation.Refusal.Reason;
import org.contractshop.product.reservation.StockReservation.ReservedLine;
import org.contractshop.product.reservation.StoredReservation.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Maps reservations to PostgreSQL rows. */
@Repository
class ReservationRows {
  private static final TypeReference<List<ReservedLine>> LINES = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.shared();

  /** Reads id, status, requested, refusal, refused_product_id and lines. */
  Map<UUID, StoredReservation> reservations(ResultSet rows) throws SQLException {
    Map<UUID, StoredReservation> reservations = new HashMap<>();
    while (rows.next()) {
      UUID id = rows.getObject(1, UUID.class);
      String reason = rows.getString(4);
      reservations.put(
          id,
          new StoredReservation(
              id,
              Status.valueOf(constant(rows.getString(2))),
              rows.getString(3),
              reason == null
                  ? null
                  : new Refusal(Reason.valueOf(constant(reason)), rows.getLong(5)),
              json.readValue(rows.getString(6), LINES)));
    }
    return reservations;
  }

  /** Reads id, name, price and stock. */
  Map<Long, StockRow> stock(ResultSet rows) throws SQLException {
    Map<Long, StockRow> stock = new HashMap<>();
    while (rows.next()) {
      stock.put(
          rows.getLong(1), new StockRow(rows.getString(2), rows.getBigDecimal(3), rows.getInt(4)));
    }
    return stock;
  }

  Set<Long> ids(ResultSet rows) throws SQLException {
    Set<Long> ids = new HashSet<>();
    while (rows.next()) {
      ids.add(rows.getLong(1));
    }
    return ids;
  }

  String lines(StoredReservation reservation) {
    return json.writeValueAsString(reservation.lines());
  }

  static String status(StoredReservation reservation) {
    return text(reservation.status());
  }

  static @Nullable String reason(StoredReservation reservation) {
    return reservation.refusal() == null ? null : text(reservation.refusal().reason());
  }

  static @Nullable Long refusedProductId(StoredReservation reservation) {
    return reservation.refusal() == null ? null : reservation.refusal().productId();
  }

  /** A column as an array of text, which PostgreSQL casts to the column's type. */
  static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
    @Nullable String[] column = new String[rows.size()];
    for (int row = 0; row < column.length; row++) {
      Object cell = value.apply(rows.get(row));
      column[row] = cell == null ? null : cell.toString();
    }
    return column;
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String constant(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}

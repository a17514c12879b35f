package org.contractshop.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Maps orders to rows: one row each, with the lines as JSON. */
@Repository
class OrderRows implements RowMapper<Order> {
  static final String COLUMNS =
      "orders.id, orders.user_id, reservation_id, status, total, orders.created_at, lines";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();
  private static final ObjectReader LINES = JSON.readerForListOf(OrderLine.class);

  @Override
  public Order mapRow(ResultSet row, int number) throws SQLException {
    List<OrderLine> lines = LINES.readValue(row.getString(7));
    return new Order(
        row.getLong(1),
        row.getLong(2),
        row.getObject(3, UUID.class),
        OrderStatus.of(row.getString(4)),
        row.getBigDecimal(5),
        instant(row, 6),
        lines);
  }

  String json(List<OrderLine> lines) {
    return JSON.writeValueAsString(lines);
  }

  Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

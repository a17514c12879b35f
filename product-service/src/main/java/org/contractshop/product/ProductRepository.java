package org.contractshop.product;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The catalogue in PostgreSQL. */
@Repository
class ProductRepository {
  private static final String COLUMNS = "id, name, price, stock, category";
  private static final RowMapper<Product> PRODUCT = ProductRepository::product;

  private final JdbcTemplate database;

  ProductRepository(JdbcTemplate database) {
    this.database = database;
  }

  Product add(NewProduct product) {
    return database
        .query(
            "INSERT INTO product (name, price, stock, category) VALUES (?, ?, ?, ?) RETURNING "
                + COLUMNS,
            PRODUCT,
            product.name(),
            product.price(),
            product.stock(),
            product.category())
        .get(0);
  }

  Optional<Product> find(long id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** The products that exist, in no order. */
  List<Product> find(Collection<Long> ids) {
    long[] array = ids.stream().mapToLong(Long::longValue).toArray();
    return database.query(
        "SELECT " + COLUMNS + " FROM product WHERE id = ANY(?)",
        statement -> statement.setObject(1, array),
        PRODUCT);
  }

  List<Product> list(ProductQuery query) {
    StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM product WHERE id > ?");
    List<Object> parameters = new ArrayList<>(List.of(query.after()));
    ProductFilter filter = query.filter();
    if (filter.category() != null) {
      sql.append(" AND category = ?");
      parameters.add(filter.category());
    }
    if (filter.minPrice() != null) {
      sql.append(" AND price >= ?");
      parameters.add(filter.minPrice());
    }
    if (filter.maxPrice() != null) {
      sql.append(" AND price <= ?");
      parameters.add(filter.maxPrice());
    }
    boolean planned = parameters.size() == 1;
    parameters.add(query.most());
    return database.query(
        sql.append(" ORDER BY id LIMIT ?").toString(),
        statement -> {
          if (!planned) {
            planForValues(statement);
          }
          for (int index = 0; index < parameters.size(); index++) {
            statement.setObject(index + 1, parameters.get(index));
          }
        },
        PRODUCT);
  }

  /**
   * The best index depends on the filter values. The generic plan that PostgreSQL makes for a
   * prepared statement could scan the whole table for some of them.
   */
  private static void planForValues(PreparedStatement statement) throws SQLException {
    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
  }

  /**
   * Decrements the stock.
   *
   * @return the product afterwards; empty if there is no such product, or too little of it
   */
  Optional<Product> decrement(long id, int pieces) {
    return database
        .query(
            "UPDATE product SET stock = stock - ? WHERE id = ? AND stock >= ? RETURNING " + COLUMNS,
            PRODUCT,
            pieces,
            id,
            pieces)
        .stream()
        .findFirst();
  }

  private static Product product(ResultSet row, int number) throws SQLException {
    return new Product(
        row.getLong(1), row.getString(2), row.getBigDecimal(3), row.getInt(4), row.getString(5));
  }
}

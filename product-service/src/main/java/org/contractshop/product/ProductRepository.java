package org.contractshop.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue in PostgreSQL. */
@Repository
class ProductRepository {
  private final JdbcClient database;

  ProductRepository(JdbcClient database) {
    this.database = database;
  }

  Product add(NewProduct product) {
    return database
        .sql(
            """
            INSERT INTO product (name, price, stock, category) VALUES (?, ?, ?, ?)
            RETURNING id, name, price, stock, category
            """)
        .params(product.name(), product.price(), product.stock(), product.category())
        .query(ProductRepository::product)
        .single();
  }

  Optional<Product> find(long id) {
    return database
        .sql("SELECT id, name, price, stock, category FROM product WHERE id = ?")
        .param(id)
        .query(ProductRepository::product)
        .optional();
  }

  /**
   * Up to {@code count} products with an id greater than {@code after}, in the order of their ids.
   */
  List<Product> list(ProductFilter filter, long after, int count) {
    StringBuilder sql =
        new StringBuilder("SELECT id, name, price, stock, category FROM product WHERE id > ?");
    List<Object> parameters = new ArrayList<>(List.of(after));
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
    parameters.add(count);
    return database
        .sql(sql.append(" ORDER BY id LIMIT ?").toString())
        .params(parameters)
        .query(ProductRepository::product)
        .list();
  }

  /**
   * Takes pieces out of stock and returns the product as it is afterwards.
   *
   * @throws ProductNotFoundException if there is no such product
   * @throws InsufficientStockException if it has fewer pieces; none is taken
   */
  Product decrement(long id, int pieces) {
    return database
        .sql(
            """
            UPDATE product SET stock = stock - :pieces WHERE id = :id AND stock >= :pieces
            RETURNING id, name, price, stock, category
            """)
        .param("pieces", pieces)
        .param("id", id)
        .query(ProductRepository::product)
        .optional()
        .orElseThrow(
            () ->
                find(id).isPresent()
                    ? new InsufficientStockException(id)
                    : new ProductNotFoundException(id));
  }

  private static Product product(ResultSet row, int number) throws SQLException {
    return new Product(
        row.getLong(1), row.getString(2), row.getBigDecimal(3), row.getInt(4), row.getString(5));
  }
}

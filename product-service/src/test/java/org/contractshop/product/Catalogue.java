package org.contractshop.product;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the database into the state of a new installation, for tests that share one. */
final class Catalogue {
  private Catalogue() {}

  static void reset(JdbcClient database) {
    database
        .sql(
            """
            TRUNCATE product, stock_reservation, stock_reservation_line RESTART IDENTITY;
            INSERT INTO product (name, price, stock, category)
            VALUES ('Mechanical Keyboard', 129.99, 50, 'electronics'),
                   ('USB-C Hub', 49.99, 120, 'electronics'),
                   ('Ergonomic Mouse', 79.99, 30, 'electronics');
            """)
        .update();
  }
}

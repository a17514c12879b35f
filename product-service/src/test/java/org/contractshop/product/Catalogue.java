package org.contractshop.product;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the database into the state of a new installation, for tests that share one. */
public final class Catalogue {
  private Catalogue() {}

  public static void reset(JdbcClient database) {
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

  /**
   * What the contracts speak of beside: 101 is low on stock, 422 gets sold out, 500 is ordinary.
   */
  public static void addProductsWithAStory(JdbcClient database) {
    database
        .sql(
            """
            INSERT INTO product (id, name, price, stock, category)
            OVERRIDING SYSTEM VALUE VALUES
              (101, 'Desk Lamp', 19.95, 1, 'lighting'),
              (422, 'Concert Ticket', 59.00, 1, 'tickets'),
              (500, 'Glass Vase', 24.50, 7, 'decoration');
            """)
        .update();
  }
}

package org.contractshop.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;

/** Fills the databases with SQL: through the API it would take hours. */
final class Seed {
  static final Map<String, String> DEFAULTS = Map.of("rows", "10000");

  /** Each takes the first and the last number. */
  private static final Map<Service, String> ROWS =
      new LinkedHashMap<>(
          Map.of(
              Service.USER,
              """
              INSERT INTO users (name, email, password_hash, role)
              SELECT 'Seed ' || n, 'seed-' || n || '@example.com', '{none}', 'user'
              FROM generate_series(%d, %d) n
              """,
              Service.PRODUCT,
              """
              INSERT INTO product (name, price, stock, category)
              SELECT 'Seed ' || n, (n %% 100000) / 100.0, 1000, 'category-' || n %% 100
              FROM generate_series(%d, %d) n
              """,
              Service.ORDER,
              """
              INSERT INTO orders (user_id, reservation_id, status, total, claimed_until, lines)
              SELECT CASE WHEN n %% 10 = 0 AND n <= 100000 THEN %3$d ELSE 1000000 + n %% 100000 END,
                     gen_random_uuid(), 'confirmed', 19.99, now(),
                     '[{"productId": 1, "quantity": 1, "name": "Seed", "unitPrice": 19.99}]'
              FROM generate_series(%d, %d) n
              """));

  private Seed() {}

  static boolean run(Options options) throws SQLException {
    Settings settings = Settings.of(System.getenv());
    try (ShopSystem system = new ShopSystem(settings, System.out::println)) {
      system.start();
      fill(system, 1, options.number("rows"), 1);
    }
    return true;
  }

  /**
   * Adds rows to each table.
   *
   * @param customer gets a tenth of the orders, 10,000 at most
   */
  static void fill(ShopSystem system, int first, int last, long customer) throws SQLException {
    for (Map.Entry<Service, String> rows : ROWS.entrySet()) {
      try (Connection connection = system.postgres().connect(rows.getKey());
          Statement statement = connection.createStatement()) {
        statement.execute(rows.getValue().formatted(first, last, customer));
        statement.execute("VACUUM ANALYZE");
      }
    }
  }
}

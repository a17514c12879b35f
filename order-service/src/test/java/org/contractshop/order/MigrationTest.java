package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrderServiceTest
class MigrationTest {
  private static final String SCHEMA = "before_the_migration";

  @Autowired private DataSource pool;
  @Autowired private JdbcClient database;

  @AfterEach
  void noSchema() {
    database.sql("DROP SCHEMA " + SCHEMA + " CASCADE").update();
  }

  @Test
  void the_lines_of_orders_move_into_their_rows() {
    flyway().target("1").load().migrate();
    database
        .sql(
            """
            INSERT INTO before_the_migration.orders
              (id, user_id, reservation_id, status, total, claimed_until)
            OVERRIDING SYSTEM VALUE VALUES
              (1, 7, gen_random_uuid(), 'confirmed', 189.98, now()),
              (2, 7, gen_random_uuid(), 'pending', NULL, now());
            INSERT INTO before_the_migration.order_item
              (order_id, position, product_id, quantity, name, unit_price)
            VALUES (1, 2, 5, 1, 'Hub "C"', 60.00), (1, 1, 4, 1, 'Keyboard', 129.98),
                   (2, 1, 9, 3, NULL, NULL);
            INSERT INTO before_the_migration.idempotency_key (user_id, key, requested, order_id)
            VALUES (7, 'a-key', '4x1,5x1', 1);
            """)
        .update();

    flyway().load().migrate();

    OrderRows rows = new OrderRows();
    List<Order> orders =
        database
            .sql("SELECT " + OrderRows.COLUMNS + " FROM before_the_migration.orders ORDER BY id")
            .query(rows)
            .list();
    assertThat(orders.get(0).lines())
        .extracting(OrderLine::toString)
        .containsExactly(
            "OrderLine[productId=4, quantity=1, name=Keyboard, unitPrice=129.98]",
            "OrderLine[productId=5, quantity=1, name=Hub \"C\", unitPrice=60.00]");
    assertThat(orders.get(1).lines()).containsExactly(OrderLine.of(9, 3));
  }

  private FluentConfiguration flyway() {
    return Flyway.configure().dataSource(pool).schemas(SCHEMA);
  }
}

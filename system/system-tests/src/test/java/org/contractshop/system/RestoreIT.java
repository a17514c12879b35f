package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.contractshop.launcher.Secrets;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.system.Reconciliation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recovery to a moment, and what makes databases fit again that are of different moments. */
final class RestoreIT {
  private static final String ORDER = "{\"items\": [{\"productId\": 1, \"quantity\": 5}]}";
  private static final String POINT = "before_the_mistake";

  @Test
  void aBackupAndTheLogRestoreAMomentAndUnevenDatabasesFitAgain(@TempDir Path data)
      throws Exception {
    Path archive = data.resolve("archive");
    try (ShopSystem system = new ShopSystem(Settings.onFreePorts(data), line -> {})) {
      system.start();
      int port = system.postgres().port();
      String password = system.secrets().get(Secrets.POSTGRES_PASSWORD);
      Shop shop = Shop.of(system.settings());
      try (Connection connection = connect(port, "postgres", password)) {
        Backup.archive(system.postgres(), connection, archive);
      }
      order(shop);
      Backup backup;
      try (Connection connection = connect(port, "postgres", password)) {
        Path folder = data.resolve("postgres");
        backup = Backup.take(connection, folder, data.resolve("backup"), archive);
        order(shop);
        number(connection, "SELECT pg_create_restore_point('%s') - '0/0'".formatted(POINT));
        order(shop);
        Backup.awaitArchive(connection);
      }
      Stream.of(Service.values()).map(system::service).forEach(service -> service.kill());

      try (EmbeddedPostgres restored = backup.restore(POINT, password);
          Connection usersThen = connect(restored.getPort(), "users", password);
          Connection ordersThen = connect(restored.getPort(), "orders", password);
          Connection productsThen = connect(restored.getPort(), "products", password);
          Connection ordersNow = connect(port, "orders", password);
          Connection productsNow = connect(port, "products", password)) {
        // The order after the backup comes from the log, the one after the restore point is gone.
        assertThat(number(ordersThen, "SELECT count(*) FROM orders")).isEqualTo(2);
        assertThat(number(ordersNow, "SELECT count(*) FROM orders")).isEqualTo(3);
        assertThat(stock(productsThen)).isEqualTo(40);
        int then = restored.getPort();
        assertThat(reconcile(then, then, then, password, false).isConsistent()).isTrue();

        // Three orders in the products, two in the orders: what the lost one took goes back.
        assertThat(reconcile(then, then, port, password, true))
            .isEqualTo(new Result(1, 0, List.of()));
        assertThat(stock(productsNow)).isEqualTo(40);

        // The other way round: what was promised is taken again, and a lost customer's id is
        // skipped.
        assertThat(reconcile(then, port, then, password, false).lostReservations()).isOne();
        assertThat(stock(productsThen)).isEqualTo(40);
        assertThat(reconcile(then, port, then, password, true))
            .isEqualTo(new Result(0, 1, List.of()));
        assertThat(stock(productsThen)).isEqualTo(35);
        assertThat(reconcile(then, port, then, password, true).isConsistent()).isTrue();
        assertThat(number(usersThen, "SELECT nextval(pg_get_serial_sequence('users', 'id'))"))
            .isGreaterThan(number(ordersNow, "SELECT max(user_id) FROM orders"));
      }
    }
  }

  private static Result reconcile(
      int users, int orders, int products, String password, boolean apply) throws SQLException {
    try (Connection first = connect(users, "users", password);
        Connection second = connect(orders, "orders", password);
        Connection third = connect(products, "products", password)) {
      return Reconciliation.run(first, second, third, apply);
    }
  }

  private static void order(Shop shop) {
    // A restart of PostgreSQL breaks the connections of the pools: 503 until they have new ones.
    AtomicReference<Caller> customer = new AtomicReference<>();
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> customer.set(shop.newCustomer()));
    customer.get().postUntilDecided(shop.orders().resolve("/orders"), ORDER).expect(201);
  }

  private static long stock(Connection products) throws SQLException {
    return number(products, "SELECT stock FROM product WHERE id = 1");
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Connection connect(int port, String database, String password)
      throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s".formatted(port, database), "postgres", password);
  }
}

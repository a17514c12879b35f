package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.contractshop.launcher.Secrets;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.Settings;
import org.contractshop.launcher.ShopSystem;
import org.contractshop.launcher.Waiting;
import org.contractshop.system.Reconciliation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that are restored to different moments, and what makes them fit again. */
final class RestoreIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String ORDER = "{\"items\": [{\"productId\": 1, \"quantity\": 5}]}";

  @Test
  void theStockFitsTheOrdersAgainAfterAnUnevenRestore(@TempDir Path data) throws Exception {
    try (ShopSystem system = new ShopSystem(Settings.onFreePorts(data), line -> {})) {
      system.start();
      Shop shop = Shop.of(system.settings());
      order(shop, shop.newCustomer());
      backUp(system, "before");
      Stream.of(Service.values()).map(system::service).forEach(RestoreIT::start);
      order(shop, shop.newCustomer());
      backUp(system, "after");

      // Two orders in the products, one in the orders: what the lost one took goes back.
      assertThat(reconcile(system, "before", "before", "after", true))
          .isEqualTo(new Result(1, 0, List.of()));
      assertThat(stock(system, "products_after")).isEqualTo(45);
      // The other way round: what was promised is taken again, and a lost customer's id stays free.
      assertThat(reconcile(system, "before", "after", "before", false).lostReservations()).isOne();
      assertThat(stock(system, "products_before")).isEqualTo(45);
      assertThat(reconcile(system, "before", "after", "before", true))
          .isEqualTo(new Result(0, 1, List.of()));
      assertThat(stock(system, "products_before")).isEqualTo(40);
      assertThat(reconcile(system, "before", "after", "before", true).isConsistent()).isTrue();
      assertThat(
              number(
                  system, "users_before", "SELECT nextval(pg_get_serial_sequence('users', 'id'))"))
          .isGreaterThan(number(system, "orders_after", "SELECT max(user_id) FROM orders"));
    }
  }

  private static void order(Shop shop, Caller customer) {
    customer.postUntilDecided(shop.orders().resolve("/orders"), ORDER).expect(201);
  }

  /** Stops the services: PostgreSQL copies only a database that nobody uses. */
  private static void backUp(ShopSystem system, String moment) throws SQLException {
    for (Service service : Service.values()) {
      system.service(service).requestStop();
      system.service(service).awaitStop(LIMIT);
    }
    try (Connection postgres = connect(system, "postgres");
        Statement statement = postgres.createStatement()) {
      for (Service service : Service.values()) {
        String name = service.database();
        statement.execute("CREATE DATABASE %s_%s TEMPLATE %s".formatted(name, moment, name));
      }
    }
  }

  private static void start(ServiceProcess service) {
    try {
      service.start();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(Waiting.until(LIMIT, service::isReady)).isTrue();
  }

  private static Result reconcile(
      ShopSystem system, String users, String orders, String products, boolean apply)
      throws SQLException {
    try (Connection first = connect(system, "users_" + users);
        Connection second = connect(system, "orders_" + orders);
        Connection third = connect(system, "products_" + products)) {
      return Reconciliation.run(first, second, third, apply);
    }
  }

  private static long stock(ShopSystem system, String database) throws SQLException {
    return number(system, database, "SELECT stock FROM product WHERE id = 1");
  }

  private static long number(ShopSystem system, String database, String query) throws SQLException {
    try (Connection connection = connect(system, database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Connection connect(ShopSystem system, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s".formatted(system.postgres().port(), database),
        "postgres",
        system.secrets().get(Secrets.POSTGRES_PASSWORD));
  }
}

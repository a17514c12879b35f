package org.contractshop.product;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.contractshop.product.reservation.ReservationLine;
import org.contractshop.product.reservation.ReservationRequest;
import org.contractshop.product.reservation.StockReservations;
import org.contractshop.tools.junit.ShutDatabase;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happened before the request of a contract. Some contracts say in their names what it was.
 */
@TestComponent
class ContractStories {
  private static final UUID HELD = UUID.fromString("20000000-0000-4000-8000-000000000002");
  private static final UUID RELEASED = UUID.fromString("30000000-0000-4000-8000-000000000003");

  private final JdbcClient database;
  private final DataSource pool;
  private final StockReservations reservations;
  private final ProductRepository products;
  private AutoCloseable ending = () -> {};

  ContractStories(
      JdbcClient database,
      DataSource pool,
      StockReservations reservations,
      ProductRepository products) {
    this.database = database;
    this.pool = pool;
    this.reservations = reservations;
    this.products = products;
  }

  void begin(String contract) throws SQLException {
    Catalogue.reset(database);
    Catalogue.addProductsWithAStory(database);
    reservations.reserve(new ReservationRequest(HELD, List.of(new ReservationLine(1, 2))));
    database.sql("UPDATE product SET stock = 50 WHERE id = 1").update();
    reservations.release(RELEASED);
    if (contract.endsWith("loser_of_a_race")) {
      ending = winARace();
    }
    if (contract.endsWith("product_that_was_added")) {
      products.add(new NewProduct("4K Monitor", new BigDecimal("349.50"), 10, "electronics"));
    }
    if (contract.endsWith("during_an_outage")) {
      ending = new ShutDatabase(pool)::close;
    }
  }

  void end() throws Exception {
    ending.close();
    ending = () -> {};
  }

  /** Another customer buys the last ticket while the request of the contract waits for it. */
  private AutoCloseable winARace() throws SQLException {
    LockedProducts winner =
        new LockedProducts(pool, "UPDATE product SET stock = stock - 1 WHERE id = 422");
    CompletableFuture<Void> won =
        CompletableFuture.runAsync(
            () -> {
              try {
                winner.commitOnceAwaited(1);
              } catch (SQLException exception) {
                throw new IllegalStateException(exception);
              }
            });
    return () -> {
      try (winner) {
        won.get(5, SECONDS); // fails if there was no race
      }
    };
  }
}

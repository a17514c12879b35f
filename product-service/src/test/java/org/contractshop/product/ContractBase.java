package org.contractshop.product;

import io.restassured.RestAssured;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.contractshop.testing.TokenPlaceholders;
import org.contractshop.testing.spec.ProvenContract;
import org.contractshop.testing.spec.ShutDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state that the contracts speak of. The generated contract tests extend it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ContractBase {
  private static final UUID HELD = UUID.fromString("20000000-0000-4000-8000-000000000002");
  private static final UUID RELEASED = UUID.fromString("30000000-0000-4000-8000-000000000003");

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private StockReservations reservations;
  @Autowired private Products products;
  @Autowired private DataSource pool;
  private @Nullable ShutDatabase outage;

  @BeforeEach
  void knownProductsAndReservations(TestInfo test) throws SQLException {
    RestAssured.port = port;
    RestAssured.replaceFiltersWith(
        new TokenPlaceholders(), new ProvenContract("product-service", test));
    Catalogue.reset(database);
    Catalogue.addProductsWithAStory(database);
    reservations.reserve(List.of(new ReservationRequest(HELD, List.of(new Line(1, 2)))));
    database.sql("UPDATE product SET stock = 50 WHERE id = 1").update();
    reservations.release(RELEASED);
    happened(test.getTestMethod().orElseThrow().getName());
  }

  /** Some contracts differ by what happened just before; their names say it. */
  private void happened(String contract) throws SQLException {
    if (contract.endsWith("loser_of_a_race")) {
      database.sql("UPDATE product SET stock = 0 WHERE id = 422").update();
    }
    if (contract.endsWith("product_that_was_added")) {
      products.add(new NewProduct("4K Monitor", new BigDecimal("349.50"), 10, "electronics"));
    }
    if (contract.endsWith("during_an_outage")) {
      outage = new ShutDatabase(pool);
    }
  }

  @AfterEach
  void endOutage() throws SQLException {
    if (outage != null) {
      outage.close();
    }
  }
}

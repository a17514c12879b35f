package org.contractshop.product;

import javax.sql.DataSource;
import org.contractshop.product.reservation.StockReservations;
import org.contractshop.testing.TokenPlaceholders;
import org.contractshop.tools.junit.ContractProof;
import org.contractshop.tools.junit.ContractStates;
import org.contractshop.tools.junit.ShutDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state in which the contracts hold. The generated contract tests extend it. */
@Tag("contract")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ContractBase {
  @RegisterExtension private final ContractProof proof = new ContractProof("product-service");
  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private DataSource pool;
  @Autowired private StockReservations reservations;

  @BeforeEach
  void begin() throws Exception {
    TestCatalogue.reset(database);
    TestCatalogue.addContractProducts(database);
    TestCatalogue.addContractReservations(database, reservations);
    proof.begin(
        port,
        new TokenPlaceholders(),
        new ContractStates()
            .on("ticket-sold-out", () -> TestCatalogue.sellTicket(database))
            .during("key-in-use", () -> new LockedProducts(pool, TestCatalogue.USE_KEY_UNCOMMITTED))
            .during("database-down", () -> new ShutDatabase(pool)));
  }
}

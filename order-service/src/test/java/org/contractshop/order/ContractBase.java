package org.contractshop.order;

import org.contractshop.testing.TokenPlaceholders;
import org.contractshop.tools.junit.ContractProof;
import org.contractshop.tools.junit.ContractStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state in which the contracts hold. The generated contract tests extend it. */
@Tag("contract")
@OrderServiceTest
public abstract class ContractBase {
  @RegisterExtension private final ContractProof proof = new ContractProof("order-service");
  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private Stock stock;

  @BeforeEach
  void begin() throws Exception {
    History.reset(database);
    Circuit.close(stock);
    proof.begin(
        port,
        new TokenPlaceholders(),
        new ContractStates()
            .on("next-order-is-101", () -> History.letNextBe(database, 101))
            .on("next-order-is-102", () -> History.letNextBe(database, 102))
            .on("orders-placed", () -> History.addPlaced(database)));
  }
}

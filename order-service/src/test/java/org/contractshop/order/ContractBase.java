package org.contractshop.order;

import io.restassured.RestAssured;
import org.contractshop.order.stock.Stock;
import org.contractshop.testing.TokenPlaceholders;
import org.contractshop.tools.junit.ProvenContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state that the contracts speak of. The generated contract tests extend it. */
@OrderServiceTest
public abstract class ContractBase {
  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private Stock stock;

  @BeforeEach
  void knownOrders(TestInfo test) {
    RestAssured.port = port;
    RestAssured.replaceFiltersWith(
        new TokenPlaceholders(), new ProvenContract("order-service", test));
    History.reset(database);
    Circuit.close(stock);
    happened(test.getTestMethod().orElseThrow().getName());
  }

  /** So that the stub of each order that is placed has one to look at; the names say which. */
  private void happened(String contract) {
    if (contract.endsWith("places_an_order_for_several_products")) {
      History.letNextBe(database, 101);
    }
    if (contract.endsWith("places_an_order_for_the_last_piece")) {
      History.letNextBe(database, 102);
    }
    if (contract.endsWith("that_was_placed")) {
      History.addPlaced(database);
    }
  }
}

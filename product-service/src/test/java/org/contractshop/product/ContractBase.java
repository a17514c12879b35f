package org.contractshop.product;

import io.restassured.RestAssured;
import java.util.List;
import java.util.UUID;
import org.contractshop.testing.TokenPlaceholders;
import org.contractshop.testing.spec.ProvenContract;
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

  @BeforeEach
  void newInstallationWithTwoKnownReservations(TestInfo test) {
    RestAssured.port = port;
    RestAssured.replaceFiltersWith(
        new TokenPlaceholders(), new ProvenContract("product-service", test));
    Catalogue.reset(database);
    reservations.reserve(List.of(new ReservationRequest(HELD, List.of(new Line(1, 2)))));
    database.sql("UPDATE product SET stock = 50 WHERE id = 1").update();
    reservations.release(RELEASED);
  }
}

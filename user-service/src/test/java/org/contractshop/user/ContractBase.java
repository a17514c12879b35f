package org.contractshop.user;

import io.restassured.RestAssured;
import org.contractshop.testing.TokenPlaceholders;
import org.contractshop.tools.junit.ProvenContract;
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
  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  @BeforeEach
  void adaAndTheServiceAccountAreRegistered(TestInfo test) {
    RestAssured.port = port;
    RestAssured.replaceFiltersWith(
        new TokenPlaceholders(), new ProvenContract("user-service", test));
    People.reset(database);
  }
}

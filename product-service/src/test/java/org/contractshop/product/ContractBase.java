package org.contractshop.product;

import io.restassured.RestAssured;
import org.contractshop.testing.TokenPlaceholders;
import org.contractshop.tools.junit.ProvenContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The generated contract tests extend it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ContractStories.class)
public abstract class ContractBase {
  @LocalServerPort private int port;
  @Autowired private ContractStories stories;

  @BeforeEach
  void begin(TestInfo test) throws Exception {
    RestAssured.port = port;
    RestAssured.replaceFiltersWith(
        new TokenPlaceholders(), new ProvenContract("product-service", test));
    stories.begin(test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void end() throws Exception {
    stories.end();
  }
}

package org.contractshop.product;

import javax.sql.DataSource;
import org.contractshop.testing.TestTokens;
import org.contractshop.tools.junit.Ownership;
import org.contractshop.tools.junit.ServiceFitsTheSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
final class SpecTest extends ServiceFitsTheSpec {
  private final JdbcClient database;

  @Autowired
  SpecTest(@LocalServerPort int port, DataSource pool, JdbcClient database) {
    super("product-service", port, pool, TestTokens.admin(), Ownership.NONE);
    this.database = database;
  }

  @Override
  protected void reset() {
    TestCatalogue.reset(database);
  }
}

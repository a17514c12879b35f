package org.contractshop.order;

import javax.sql.DataSource;
import org.contractshop.testing.TestTokens;
import org.contractshop.tools.junit.ServiceFitsTheSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrderServiceTest
final class SpecTest extends ServiceFitsTheSpec {
  private final JdbcClient database;

  @Autowired
  SpecTest(@LocalServerPort int port, DataSource pool, JdbcClient database) {
    super("order-service", port, pool, TestTokens.customer(7));
    this.database = database;
  }

  @Override
  protected void reset() {
    History.reset(database);
  }
}

package org.contractshop.order;

import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.contractshop.testing.TestTokens;
import org.contractshop.tools.junit.Ownership;
import org.contractshop.tools.junit.ServiceFitsTheSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrderServiceTest
final class SpecTest extends ServiceFitsTheSpec {
  private static final Set<String> EVERYBODY = Set.of("user", "service", "admin");
  private static final Map<String, Set<String>> OWN_ORDERS =
      Map.of("getOrder", EVERYBODY, "cancelOrder", EVERYBODY);

  private final JdbcClient database;

  @Autowired
  SpecTest(@LocalServerPort int port, DataSource pool, JdbcClient database) {
    super("order-service", port, pool, TestTokens.customer(7), new Ownership(7, OWN_ORDERS));
    this.database = database;
  }

  @Override
  protected void reset() {
    History.reset(database);
  }
}

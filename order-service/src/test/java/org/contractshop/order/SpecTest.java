package org.contractshop.order;

import java.util.Map;
import java.util.Set;
import org.contractshop.testing.TestTokens;
import org.contractshop.tools.junit.Ownership;
import org.contractshop.tools.junit.ServiceFitsTheSpec;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrderServiceTest
final class SpecTest extends ServiceFitsTheSpec {
  private static final Set<String> EVERYBODY = Set.of("user", "service", "admin");
  private static final Map<String, Set<String>> OWN_ORDERS =
      Map.of("getOrder", EVERYBODY, "cancelOrder", EVERYBODY);

  SpecTest() {
    super(TestTokens.customer(7), new Ownership(7, OWN_ORDERS));
  }

  @Override
  protected void reset(JdbcClient database) {
    History.reset(database);
  }
}

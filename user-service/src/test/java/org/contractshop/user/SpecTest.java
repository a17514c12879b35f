package org.contractshop.user;

import java.util.Map;
import java.util.Set;
import org.contractshop.testing.TestTokens;
import org.contractshop.tools.junit.Ownership;
import org.contractshop.tools.junit.ServiceFitsTheSpec;
import org.springframework.jdbc.core.simple.JdbcClient;

final class SpecTest extends ServiceFitsTheSpec {
  private static final Ownership OWN_PROFILE = new Ownership(1, Map.of("getUser", Set.of("user")));

  SpecTest() {
    super(TestTokens.admin(), OWN_PROFILE);
  }

  @Override
  protected void reset(JdbcClient database) {
    People.reset(database);
    People.addCallers(database);
  }
}

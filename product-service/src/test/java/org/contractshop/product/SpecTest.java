package org.contractshop.product;

import org.contractshop.testing.TestTokens;
import org.contractshop.tools.junit.Ownership;
import org.contractshop.tools.junit.ServiceFitsTheSpec;
import org.springframework.jdbc.core.simple.JdbcClient;

final class SpecTest extends ServiceFitsTheSpec {
  SpecTest() {
    super(TestTokens.admin(), Ownership.NONE);
  }

  @Override
  protected void reset(JdbcClient database) {
    TestCatalogue.reset(database);
  }
}

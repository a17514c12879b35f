package org.contractshop.user;

import java.util.Map;
import java.util.Set;
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
  private static final Ownership OWN_PROFILE = new Ownership(1, Map.of("getUser", Set.of("user")));

  private final JdbcClient database;

  @Autowired
  SpecTest(@LocalServerPort int port, DataSource pool, JdbcClient database) {
    super("user-service", port, pool, TestTokens.admin(), OWN_PROFILE);
    this.database = database;
  }

  @Override
  protected void reset() {
    People.reset(database);
    People.addCallers(database);
  }
}

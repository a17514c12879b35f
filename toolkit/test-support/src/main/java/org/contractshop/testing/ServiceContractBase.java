package org.contractshop.testing;

import org.contractshop.tools.junit.ContractProof;
import org.contractshop.tools.junit.ContractStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The base class of the tests generated from the contracts of a service. A service whose contracts
 * need more than an empty database extends it, and names its class in its pom.
 */
@Tag("contract")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServiceContractBase {
  private static final String EMPTY_ALL_TABLES =
      """
      DO $$ BEGIN
        EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY'
                   FROM pg_tables
                  WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history');
      END $$
      """;

  @RegisterExtension private final ContractProof proof = new ContractProof();

  @BeforeEach
  final void begin(
      TestInfo test,
      @Value("${spring.application.name}") String service,
      @LocalServerPort int port,
      @Autowired JdbcClient database)
      throws Exception {
    reset(database);
    proof.begin(test, service, port, new TokenPlaceholders(), states(database));
  }

  /** Sets up what all contracts rely on. */
  protected void reset(JdbcClient database) {
    database.sql(EMPTY_ALL_TABLES).update();
  }

  protected ContractStates states(JdbcClient database) {
    return new ContractStates();
  }
}

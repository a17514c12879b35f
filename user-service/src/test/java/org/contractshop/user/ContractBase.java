package org.contractshop.user;

import org.contractshop.testing.TokenPlaceholders;
import org.contractshop.tools.junit.ContractProof;
import org.contractshop.tools.junit.ContractStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state in which the contracts hold. The generated contract tests extend it. */
@Tag("contract")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ContractBase {
  @RegisterExtension private final ContractProof proof = new ContractProof("user-service");
  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private Throttle throttle;

  @BeforeEach
  void begin() throws Exception {
    People.reset(database);
    proof.begin(port, new TokenPlaceholders(), states());
  }

  private ContractStates states() {
    return new ContractStates()
        .on(
            "too-many-failed-logins",
            () -> Attempts.exhaust(() -> Attempts.fail(throttle, "127.0.0.1", Attempts.EMAIL)))
        .on("too-many-registrations", () -> Attempts.exhaust(() -> throttle.register("127.0.0.1")));
  }
}

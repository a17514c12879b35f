package org.contractshop.user;

import org.contractshop.testing.ServiceContractBase;
import org.contractshop.tools.junit.ContractStates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state in which the contracts hold. The generated contract tests extend it. */
public abstract class ContractBase extends ServiceContractBase {
  @Autowired private Throttle throttle;

  @Override
  protected void reset(JdbcClient database) {
    People.reset(database);
  }

  @Override
  protected ContractStates states(JdbcClient database) {
    return new ContractStates()
        .on(
            "too-many-failed-logins",
            () -> Attempts.exhaust(() -> Attempts.fail(throttle, "127.0.0.1", Attempts.EMAIL)))
        .on("too-many-registrations", () -> Attempts.exhaust(() -> throttle.register("127.0.0.1")));
  }
}

package org.contractshop.order;

import org.contractshop.testing.ServiceContractBase;
import org.contractshop.tools.junit.ContractStates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state in which the contracts hold. The generated contract tests extend it. */
@OrderServiceTest
public abstract class ContractBase extends ServiceContractBase {
  @Autowired private Stock stock;

  @Override
  protected void reset(JdbcClient database) {
    History.reset(database);
    Circuit.close(stock);
  }

  @Override
  protected ContractStates states(JdbcClient database) {
    return new ContractStates()
        .on("next-order-is-101", () -> History.letNextBe(database, 101))
        .on("next-order-is-102", () -> History.letNextBe(database, 102))
        .on("orders-placed", () -> History.addPlaced(database));
  }
}

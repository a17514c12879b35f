package org.contractshop.product;

import javax.sql.DataSource;
import org.contractshop.product.reservation.StockReservations;
import org.contractshop.testing.ServiceContractBase;
import org.contractshop.tools.junit.ContractStates;
import org.contractshop.tools.junit.ShutDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state in which the contracts hold. The generated contract tests extend it. */
public abstract class ContractBase extends ServiceContractBase {
  @Autowired private DataSource pool;
  @Autowired private StockReservations reservations;

  @Override
  protected void reset(JdbcClient database) {
    TestCatalogue.reset(database);
    TestCatalogue.addContractProducts(database);
    TestCatalogue.addContractReservations(database, reservations);
  }

  @Override
  protected ContractStates states(JdbcClient database) {
    return new ContractStates()
        .on("ticket-sold-out", () -> TestCatalogue.sellTicket(database))
        .during("key-in-use", () -> new LockedProducts(pool, TestCatalogue.USE_KEY_UNCOMMITTED))
        .during("database-down", () -> new ShutDatabase(pool));
  }
}

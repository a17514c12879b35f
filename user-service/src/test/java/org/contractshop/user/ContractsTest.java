package org.contractshop.user;

import org.contractshop.tools.exchange.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("user-service");
  }
}

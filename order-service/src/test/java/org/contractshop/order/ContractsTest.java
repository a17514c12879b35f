package org.contractshop.order;

import org.contractshop.tools.exchange.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("order-service");
  }
}

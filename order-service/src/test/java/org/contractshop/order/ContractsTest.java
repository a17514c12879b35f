package org.contractshop.order;

import org.contractshop.tools.junit.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("order-service");
  }
}

package org.contractshop.order;

import org.contractshop.testing.spec.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("order-service");
  }
}

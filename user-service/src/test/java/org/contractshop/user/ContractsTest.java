package org.contractshop.user;

import org.contractshop.testing.spec.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("user-service");
  }
}

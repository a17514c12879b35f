package org.contractshop.user;

import org.contractshop.tools.junit.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("user-service");
  }
}

package org.contractshop.product;

import org.contractshop.tools.junit.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("product-service");
  }
}

package org.contractshop.product;

import org.contractshop.testing.spec.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("product-service");
  }
}

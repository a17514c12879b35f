package org.contractshop.product;

import org.contractshop.tools.exchange.ContractsFitTheSpec;

final class ContractsTest extends ContractsFitTheSpec {
  ContractsTest() {
    super("product-service");
  }
}

package org.contractshop.product;

import org.contractshop.tools.exchange.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("product-service");
  }
}

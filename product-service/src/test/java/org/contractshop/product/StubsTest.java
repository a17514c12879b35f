package org.contractshop.product;

import org.contractshop.tools.junit.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("product-service");
  }
}

package org.contractshop.product;

import org.contractshop.testing.spec.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("product-service");
  }
}

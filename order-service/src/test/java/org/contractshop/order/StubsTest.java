package org.contractshop.order;

import org.contractshop.testing.spec.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("order-service");
  }
}

package org.contractshop.order;

import org.contractshop.tools.exchange.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("order-service");
  }
}

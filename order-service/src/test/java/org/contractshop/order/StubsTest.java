package org.contractshop.order;

import org.contractshop.tools.junit.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("order-service");
  }
}

package org.contractshop.user;

import org.contractshop.tools.exchange.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("user-service");
  }
}

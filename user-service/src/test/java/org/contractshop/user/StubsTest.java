package org.contractshop.user;

import org.contractshop.tools.junit.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("user-service");
  }
}

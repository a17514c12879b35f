package org.contractshop.user;

import org.contractshop.testing.spec.StubsKeepToTheSpec;

final class StubsTest extends StubsKeepToTheSpec {
  StubsTest() {
    super("user-service");
  }
}

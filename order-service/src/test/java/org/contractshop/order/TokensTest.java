package org.contractshop.order;

import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;
import org.springframework.boot.test.web.server.LocalServerPort;

@OrderServiceTest
class TokensTest extends TokensAreVerified {
  TokensTest(@LocalServerPort int port) {
    super("order-service", port, TokenMode.PUBLIC_KEYS);
  }
}

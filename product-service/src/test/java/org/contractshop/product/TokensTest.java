package org.contractshop.product;

import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TokensTest extends TokensAreVerified {
  TokensTest(@LocalServerPort int port) {
    super("product-service", port, TokenMode.PUBLIC_KEYS);
  }
}

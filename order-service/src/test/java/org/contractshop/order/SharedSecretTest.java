package org.contractshop.order;

import org.contractshop.testing.TestTokens;
import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The service with {@code JWT_SECRET} in place of public keys. No request gets as far as a peer.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "JWT_SECRET=" + TestTokens.SECRET,
      "JWKS_URL=",
      "PRODUCT_SERVICE_URL=http://localhost:1",
      "USER_SERVICE_URL=http://localhost:1",
      "SERVICE_ACCOUNT_EMAIL=order-service@shop.example",
      "SERVICE_ACCOUNT_PASSWORD=service-account-1"
    })
class SharedSecretTest extends TokensAreVerified {
  SharedSecretTest(@LocalServerPort int port) {
    super("order-service", port, TokenMode.SHARED_SECRET);
  }
}

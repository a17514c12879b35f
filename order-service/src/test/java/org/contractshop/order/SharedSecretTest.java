package org.contractshop.order;

import org.contractshop.testing.TestTokens;
import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The service with {@code JWT_SECRET} in place of public keys. No request gets as far as a peer.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "JWT_SECRET=" + TestTokens.SECRET,
      "JWKS_URL=",
      "SERVICE_ACCOUNT_EMAIL=order-service@shop.example",
      "SERVICE_ACCOUNT_PASSWORD=service-account-1"
    })
class SharedSecretTest extends TokensAreVerified {
  SharedSecretTest() {
    super(TokenMode.SHARED_SECRET);
  }
}

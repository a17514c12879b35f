package org.contractshop.product;

import org.contractshop.testing.TestTokens;
import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service with {@code JWT_SECRET} in place of public keys. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"JWT_SECRET=" + TestTokens.SECRET, "JWKS_URL="})
class SharedSecretTest extends TokensAreVerified {
  SharedSecretTest(@LocalServerPort int port) {
    super("product-service", port, TokenMode.SHARED_SECRET);
  }
}

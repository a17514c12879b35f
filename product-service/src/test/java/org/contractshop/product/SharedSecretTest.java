package org.contractshop.product;

import org.contractshop.testing.TestTokens;
import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The service with {@code JWT_SECRET} in place of public keys. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"JWT_SECRET=" + TestTokens.SECRET, "JWKS_URL="})
class SharedSecretTest extends TokensAreVerified {
  SharedSecretTest() {
    super(TokenMode.SHARED_SECRET);
  }
}

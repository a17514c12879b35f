package org.contractshop.order;

import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;

@OrderServiceTest
class TokensTest extends TokensAreVerified {
  TokensTest() {
    super(TokenMode.PUBLIC_KEYS);
  }
}

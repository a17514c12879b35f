package org.contractshop.product;

import org.contractshop.testing.TokenMode;
import org.contractshop.testing.TokensAreVerified;

class TokensTest extends TokensAreVerified {
  TokensTest() {
    super(TokenMode.PUBLIC_KEYS);
  }
}

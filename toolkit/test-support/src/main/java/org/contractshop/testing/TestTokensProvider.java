package org.contractshop.testing;

import org.contractshop.tools.junit.Tokens;

/** Gives {@link TestTokens} to the checks of contract-tools. */
public final class TestTokensProvider implements Tokens {
  @Override
  public String customer(long id) {
    return TestTokens.customer(id);
  }

  @Override
  public String service() {
    return TestTokens.service();
  }

  @Override
  public String admin() {
    return TestTokens.admin();
  }
}

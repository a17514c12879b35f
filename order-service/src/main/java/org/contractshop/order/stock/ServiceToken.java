package org.contractshop.order.stock;

import org.contractshop.client.CachingTokenSupplier;
import org.contractshop.client.ClientException;
import org.contractshop.client.TokenSupplier;
import org.contractshop.order.StockUnavailableException;
import org.contractshop.order.StockUnavailableException.Effect;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * order-service's own token, renewed well before it expires, so requests do not wait for a login
 * and user-service may be down for a while.
 */
class ServiceToken implements TokenSupplier {
  private final CachingTokenSupplier token;

  ServiceToken(CachingTokenSupplier token) {
    this.token = token;
  }

  /** Fails before anything is sent to product-service if there is no token. */
  void require() {
    try {
      token.get();
    } catch (ClientException exception) {
      throw new StockUnavailableException(
          Effect.NONE, "no login at user-service: " + exception.getMessage(), exception);
    }
  }

  @Override
  public String get() {
    try {
      return token.get();
    } catch (ClientException exception) {
      // An earlier attempt of the same call may have had an effect.
      throw new StockUnavailableException(
          Effect.UNKNOWN, "no login at user-service: " + exception.getMessage(), exception);
    }
  }

  @Override
  public void rejected(String rejected) {
    token.rejected(rejected);
  }

  @Scheduled(fixedDelay = 5_000)
  void renew() {
    token.renewIfDue();
  }
}

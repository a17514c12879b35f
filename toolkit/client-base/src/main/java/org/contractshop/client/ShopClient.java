package org.contractshop.client;

import java.util.Map;
import java.util.function.Function;

/**
 * A client of one service: safe for use by many threads, and meant to be kept, since it keeps its
 * connections. It needs no closing.
 */
public abstract class ShopClient {
  static {
    ClassPathCheck.run();
  }

  // Another class, so that the check above comes before Spring and Jackson are loaded.
  private final ProxyFactory proxies;

  /**
   * @param problems the exceptions of the service's own problem types
   */
  protected ShopClient(
      ClientIdentity identity,
      Map<String, Function<ProblemResponse, ProblemException>> problems,
      ClientSettings settings) {
    this(identity, problems, settings, ClientClock.SYSTEM);
  }

  ShopClient(
      ClientIdentity identity,
      Map<String, Function<ProblemResponse, ProblemException>> problems,
      ClientSettings settings,
      ClientClock clock) {
    this.proxies = new ProxyFactory(identity, problems, settings, clock);
  }

  protected final <T> T api(Class<T> type) {
    return proxies.create(type);
  }
}

package org.contractshop.client;

import java.util.Map;
import java.util.function.Function;

/**
 * A client of one service. It is thread-safe, and should be reused, since it keeps its connections.
 * It need not be closed.
 */
public abstract class ShopClient {
  static {
    ClassPathCheck.run();
  }

  // A separate class, so that the check above runs before Spring and Jackson are loaded.
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

package org.contractshop.base.warmup;

/**
 * A hot path that a service exercises before it says that it is ready: the classes are loaded, the
 * code is compiled, and the connections are open when the first caller comes. A service contributes
 * its own as beans. A run leaves nothing behind, and is repeated by several threads at once.
 */
@FunctionalInterface
public interface WarmUp {
  /** Waits briefly for whatever the path needs. Called once, before the first run. */
  default void prepare() throws Exception {}

  /**
   * @param service sends requests to the service itself
   */
  void run(Loopback service) throws Exception;
}

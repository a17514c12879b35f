package org.contractshop.client.boot;

import org.contractshop.client.ClientSettings;

/**
 * A bean of this type changes the settings of the clients of an application, after their
 * properties: it can set a transport, headers or an interceptor.
 */
@FunctionalInterface
public interface ClientCustomizer {
  /**
   * @param client such as {@code product}, as in {@code shop.clients.product}
   */
  ClientSettings customize(String client, ClientSettings settings);
}

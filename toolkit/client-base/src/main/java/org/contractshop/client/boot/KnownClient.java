package org.contractshop.client.boot;

/**
 * A client that is on the class path, whether the application uses it or not.
 *
 * @param name such as {@code product}, as in {@code shop.clients.product}
 */
public record KnownClient(String name) {}

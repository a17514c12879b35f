package org.contractshop.client.boot;

/**
 * A client on the class path, whether or not the application uses it.
 *
 * @param name such as {@code product}, as in {@code shop.clients.product}
 */
public record KnownClient(String name) {}

package org.contractshop.client;

/**
 * The name of a client, and the spec it was generated from.
 *
 * @param client such as {@code product-client}
 * @param service such as {@code product-service}
 * @param apiVersion the spec's version
 * @param specHash the first digits of the spec's SHA-256
 */
public record ClientIdentity(String client, String service, String apiVersion, String specHash) {
  /** RFC 9110, section 10.1.5. */
  String userAgent() {
    return client + "/" + apiVersion + " spec/" + specHash;
  }
}

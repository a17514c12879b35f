package org.contractshop.base;

import java.util.Set;

/** What anybody may read beside the operations of the spec: health probes and the API's page. */
final class PublicPaths {
  private static final Set<String> EXACT =
      Set.of("/livez", "/readyz", "/docs", "/openapi.yaml", "/common.yaml");

  private PublicPaths() {}

  static boolean contain(String path) {
    return EXACT.contains(path) || path.startsWith("/docs/");
  }
}

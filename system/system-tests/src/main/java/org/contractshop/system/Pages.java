package org.contractshop.system;

import java.net.URI;
import java.net.http.HttpResponse;

/** The pages of a list, each of which links to the next. */
final class Pages {
  private Pages() {}

  /** The page after this one, or null if it is the last. */
  static URI next(URI page, HttpResponse<?> response) {
    String link = response.headers().firstValue("Link").orElse(null);
    if (link == null) {
      return null;
    }
    String target = link.substring(1, link.indexOf('>'));
    // Java resolves a reference that is only a query against the folder, not the page (RFC 2396).
    return page.resolve(target.startsWith("?") ? page.getRawPath() + target : target);
  }
}

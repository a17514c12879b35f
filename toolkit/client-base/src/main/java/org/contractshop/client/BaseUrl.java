package org.contractshop.client;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a service is. */
final class BaseUrl {
  private BaseUrl() {}

  /**
   * The URL without a slash at its end.
   *
   * @throws IllegalArgumentException if it is no URL of a service
   */
  static URI checked(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("Set the base URL, for example http://localhost:3002");
    }
    URI url;
    try {
      url = URI.create(text.strip().replaceAll("/+$", ""));
    } catch (IllegalArgumentException exception) {
      throw badUrl();
    }
    String scheme = Objects.requireNonNullElse(url.getScheme(), "").toLowerCase(Locale.ROOT);
    boolean bare =
        url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
    if (!scheme.matches("https?") || url.getHost() == null || !bare) {
      throw badUrl();
    }
    return url;
  }

  /** Without the URL, which may hold a password. */
  private static IllegalArgumentException badUrl() {
    return new IllegalArgumentException(
        "Set the base URL to http:// or https://, a host, and perhaps a port and a path,"
            + " without user, query or fragment, for example http://localhost:3002");
  }
}

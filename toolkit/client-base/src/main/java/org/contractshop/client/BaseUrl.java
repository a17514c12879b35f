package org.contractshop.client;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The base URL of a service. */
final class BaseUrl {
  private BaseUrl() {}

  /**
   * Returns the URL without a trailing slash.
   *
   * @throws IllegalArgumentException if it is not a valid service URL
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

  /** Without the URL, which may contain a password. */
  private static IllegalArgumentException badUrl() {
    return new IllegalArgumentException(
        "Set the base URL to http:// or https://, a host, and perhaps a port and a path,"
            + " without user, query or fragment, for example http://localhost:3002");
  }
}

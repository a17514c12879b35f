package org.contractshop.client;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is and how long to try. Immutable; each method that changes something answers
 * other settings.
 *
 * <p>All durations are from 1 ms to 1 day.
 */
public final class ClientSettings {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MOST_RETRIES = 10;

  private final URI baseUrl;
  private final Supplier<@Nullable String> token;
  private final Duration connectTimeout;
  private final Duration readTimeout;
  private final Duration totalTimeout;
  private final int retries;

  private ClientSettings(
      URI baseUrl,
      Supplier<@Nullable String> token,
      Duration connectTimeout,
      Duration readTimeout,
      Duration totalTimeout,
      int retries) {
    this.baseUrl = baseUrl;
    this.token = token;
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
    this.totalTimeout = totalTimeout;
    this.retries = retries;
  }

  /**
   * Anonymous, connecting for at most 1 s, 2 s an attempt, 5 s in all, with at most 2 retries.
   *
   * @param baseUrl {@code http} or {@code https}, with or without a path and a slash at its end,
   *     such as {@code http://localhost:3002}
   * @throws IllegalArgumentException if it is no such URL
   */
  public static ClientSettings of(String baseUrl) {
    return new ClientSettings(
        checkedUrl(baseUrl),
        () -> null,
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        2);
  }

  /**
   * @param token gives the bare bearer token for each attempt of an operation that needs one; null
   *     for none
   */
  public ClientSettings token(Supplier<@Nullable String> token) {
    Objects.requireNonNull(token, "Leave the token supplier out, or let it give null");
    return new ClientSettings(baseUrl, token, connectTimeout, readTimeout, totalTimeout, retries);
  }

  /** How long one attempt may take to connect. */
  public ClientSettings connectTimeout(Duration timeout) {
    return new ClientSettings(
        baseUrl, token, checked("connect", timeout), readTimeout, totalTimeout, retries);
  }

  /** How long one attempt may take, connecting and the whole body of the answer included. */
  public ClientSettings readTimeout(Duration timeout) {
    return new ClientSettings(
        baseUrl, token, connectTimeout, checked("read", timeout), totalTimeout, retries);
  }

  /** How long a call may take, all attempts and the waits between them included. */
  public ClientSettings totalTimeout(Duration timeout) {
    return new ClientSettings(
        baseUrl, token, connectTimeout, readTimeout, checked("total", timeout), retries);
  }

  /**
   * @param retries from 0 to 10; how often at most a request is repeated that is safe to repeat
   */
  public ClientSettings retries(int retries) {
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "Set the retries to a number from 0 to " + MOST_RETRIES + ", not " + retries);
    }
    return new ClientSettings(baseUrl, token, connectTimeout, readTimeout, totalTimeout, retries);
  }

  /** Without a slash at its end. */
  URI baseUrl() {
    return baseUrl;
  }

  Supplier<@Nullable String> token() {
    return token;
  }

  Duration connectTimeout() {
    return connectTimeout;
  }

  Duration readTimeout() {
    return readTimeout;
  }

  Duration totalTimeout() {
    return totalTimeout;
  }

  int retries() {
    return retries;
  }

  private static URI checkedUrl(@Nullable String text) {
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

  private static Duration checked(String what, Duration timeout) {
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Set the " + what + " timeout to 1 ms or more, at most 1 day, not " + timeout);
    }
    return timeout;
  }
}

package org.contractshop.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.contractshop.client.transport.TransportResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Decides what may be sent again, and when.
 *
 * @param retries the most for one call
 * @param firstBackoff the longest wait before the first retry
 * @param budget null for no limit over all calls
 */
record RetryPolicy(int retries, Duration firstBackoff, @Nullable RetryBudget budget) {
  private static final Set<HttpMethod> IDEMPOTENT =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);
  private static final Set<HttpMethod> IDEMPOTENT_WITH_KEY =
      Set.of(HttpMethod.POST, HttpMethod.PATCH);
  private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);
  private static final int CONFLICT = 409;
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 20;

  void called() {
    if (budget != null) {
      budget.called();
    }
  }

  boolean tryRetry() {
    return budget == null || budget.tryRetry();
  }

  /** Whether executing it twice is the same as executing it once. */
  static boolean repeatable(Call call) {
    return call.idempotent()
        || IDEMPOTENT.contains(call.method())
        || (IDEMPOTENT_WITH_KEY.contains(call.method()) && call.idempotencyKey() != null);
  }

  /** Whether the same request may soon get a different response. */
  static boolean isTransient(TransportResponse response) {
    // A 409 with Retry-After means that the first request with this key is still running.
    return TRANSIENT.contains(response.status())
        || (response.status() == CONFLICT
            && response.headers().getFirst(HttpHeaders.RETRY_AFTER) != null);
  }

  /**
   * A random time up to a limit that doubles for each retry (full jitter), so that callers who
   * failed together do not come back together.
   *
   * @param retry 1 for the first
   * @param jitter from 0 to 1
   */
  Duration backoff(int retry, double jitter) {
    long doubled = firstBackoff.toNanos() << Math.min(retry - 1, MOST_DOUBLINGS);
    return Duration.ofNanos((long) (Math.min(doubled, LONGEST_BACKOFF.toNanos()) * jitter));
  }

  /** RFC 9110, section 10.2.3: seconds or a date. Null if there is none that makes sense. */
  static @Nullable Duration retryAfter(HttpHeaders headers, Instant now) {
    String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
    if (value == null) {
      return null;
    }
    if (value.strip().matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value.strip()));
    }
    try {
      Instant date =
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
    } catch (DateTimeException exception) {
      return null;
    }
  }
}

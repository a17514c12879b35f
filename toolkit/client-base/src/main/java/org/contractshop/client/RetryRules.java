package org.contractshop.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What may be sent again, and when. */
final class RetryRules {
  private static final Set<HttpMethod> IDEMPOTENT =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final int CONFLICT = 409;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);

  private RetryRules() {}

  /** Whether doing it twice is the same as doing it once. */
  static boolean repeatable(Call call) {
    return IDEMPOTENT.contains(call.method())
        || (call.method() == HttpMethod.POST && call.idempotencyKey() != null);
  }

  /** Whether the same request may get another answer in a moment. */
  static boolean passing(Answer answer) {
    // With Retry-After, 409 says that the first request with this key is still running.
    return PASSING.contains(answer.status())
        || (answer.status() == CONFLICT
            && answer.headers().getFirst(HttpHeaders.RETRY_AFTER) != null);
  }

  /**
   * Twice as much for each retry, and anything between that and nothing, so that callers who failed
   * together do not come back together.
   *
   * @param retry 1 for the first
   * @param chance from 0 to 1
   */
  static Duration backoff(int retry, double chance) {
    long most = Math.min(FIRST_BACKOFF.toNanos() << (retry - 1), LONGEST_BACKOFF.toNanos());
    return Duration.ofNanos((long) (most * chance));
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

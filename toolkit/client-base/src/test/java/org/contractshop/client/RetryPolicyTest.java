package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class RetryPolicyTest {
  private static final RetryPolicy POLICY = new RetryPolicy(2, Duration.ofMillis(100), null);
  private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "5, 1600", "6, 2000", "10, 2000"})
  void waits_anything_up_to_twice_as_long_as_before_but_not_above_two_seconds(
      int retry, long most) {
    assertThat(POLICY.backoff(retry, 0)).isZero();
    assertThat(POLICY.backoff(retry, 0.5)).isEqualTo(Duration.ofMillis(most / 2));
    assertThat(POLICY.backoff(retry, Math.nextDown(1.0)))
        .isLessThanOrEqualTo(Duration.ofMillis(most));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                             | PT0S
          7                             | PT7S
          Thu, 15 Jan 2026 09:30:05 GMT | PT5S
          Thu, 15 Jan 2026 09:29:00 GMT | PT0S
          """)
  void reads_both_forms_of_retry_after(String value, Duration expected) {
    assertThat(retryAfter(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "9999999999", "2026-01-15T09:30:00Z"})
  void ignores_a_retry_after_that_makes_no_sense(String value) {
    assertThat(retryAfter(value)).isNull();
  }

  @Test
  void does_without_retry_after() {
    assertThat(RetryPolicy.retryAfter(new HttpHeaders(), NOW)).isNull();
  }

  private static Duration retryAfter(String value) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, value);
    return RetryPolicy.retryAfter(headers, NOW);
  }
}

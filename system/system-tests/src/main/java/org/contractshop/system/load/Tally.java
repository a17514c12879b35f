package org.contractshop.system.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The responses to callers, and their times. Latencies are in microseconds. */
public final class Tally {
  private static final int DIGITS = 3;

  private final Map<Integer, Histogram> byStatus = new TreeMap<>();
  private final long start = System.nanoTime();
  private long last = start;
  private long lost;
  private String firstReason;
  private long withoutRetryAfter;

  void add(int status, boolean retryAfter, long nanos) {
    byStatus
        .computeIfAbsent(status, any -> new Histogram(DIGITS))
        .recordValue(Math.max(0, nanos / 1_000));
    if ((status == 503 || status == 429) && !retryAfter) {
      withoutRetryAfter++;
    }
    last = System.nanoTime();
  }

  void lost(Throwable reason) {
    lost++;
    firstReason = firstReason == null ? reason.toString() : firstReason;
    last = System.nanoTime();
  }

  public long count(int status) {
    Histogram histogram = byStatus.get(status);
    return histogram == null ? 0 : histogram.getTotalCount();
  }

  /** Requests without a response. */
  public long withoutResponse() {
    return lost;
  }

  /** Responses with 503 and 429 that lack Retry-After. */
  public long withoutRetryAfter() {
    return withoutRetryAfter;
  }

  public long requests() {
    return byStatus.values().stream().mapToLong(Histogram::getTotalCount).sum() + lost;
  }

  public long good() {
    return latencies().getTotalCount();
  }

  /** From the first request to the last response. */
  public Duration took() {
    return Duration.ofNanos(last - start);
  }

  public double goodPerSecond() {
    return good() * 1e9 / Math.max(1, last - start);
  }

  /** A percentile of the successful responses, in milliseconds. */
  public double percentile(double percentile) {
    return latencies().getValueAtPercentile(percentile) / 1_000.0;
  }

  /** Such as {@code 30 x 201, 170 x 422}. */
  public String statuses() {
    String statuses =
        byStatus.entrySet().stream()
            .map(one -> "%,d x %d".formatted(one.getValue().getTotalCount(), one.getKey()))
            .collect(Collectors.joining(", "));
    return lost == 0
        ? statuses
        : "%s, %,d without response (%s)".formatted(statuses, lost, firstReason);
  }

  private Histogram latencies() {
    Histogram good = new Histogram(DIGITS);
    byStatus.forEach(
        (status, histogram) -> {
          if (status < 300) {
            good.add(histogram);
          }
        });
    return good;
  }
}

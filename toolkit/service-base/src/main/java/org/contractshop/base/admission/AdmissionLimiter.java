package org.contractshop.base.admission;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.FixedLimit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs as much work concurrently as the service can handle, lets as much wait, in order of arrival,
 * as it can do in time, and refuses the rest at once. It learns the concurrency from how long the
 * work takes: more concurrent work must not make each piece much slower.
 */
public final class AdmissionLimiter {
  private final String name;
  private final int places;
  private final Duration longestWait;
  private final Limit limit;
  private final AdmissionQueue queue;

  /** A moving average of how long the work takes. */
  private volatile long typicalNanos;

  private AdmissionLimiter(String name, Limit limit, int places, Duration longestWait) {
    this.name = name;
    this.limit = limit;
    this.places = places;
    this.longestWait = longestWait;
    this.queue = new AdmissionQueue(limit.getLimit());
    limit.notifyOnChange(queue::resize);
    Gauge.builder("admission.limit", this, AdmissionLimiter::limit)
        .description("How much of the work may run at once")
        .tag("work", name)
        .register(Metrics.globalRegistry);
    Gauge.builder("admission.running", this, AdmissionLimiter::running)
        .tag("work", name)
        .register(Metrics.globalRegistry);
    Gauge.builder("admission.waiting", this, AdmissionLimiter::waiting)
        .tag("work", name)
        .register(Metrics.globalRegistry);
  }

  /**
   * A limiter that adapts.
   *
   * @param least the concurrency at which the work is known to be fast
   * @param most the concurrency at which the work would need more threads or connections than there
   *     are
   * @param queue how many may wait; fewer than the threads that are left beside the running ones,
   *     so that other requests find one
   */
  public static AdmissionLimiter adaptive(
      String name, int least, int most, int queue, Duration longestWait) {
    Limit limit =
        Gradient2Limit.newBuilder()
            .minLimit(least)
            .initialLimit(least)
            .maxConcurrency(most)
            .build();
    return new AdmissionLimiter(name, limit, queue, longestWait);
  }

  /** A limiter for work whose best concurrency is known. */
  public static AdmissionLimiter fixed(String name, int most, int queue, Duration longestWait) {
    return new AdmissionLimiter(name, FixedLimit.of(most), queue, longestWait);
  }

  /**
   * Does the work, now or after a wait in the queue.
   *
   * @throws OverloadedException if the wait would be too long, by the limit or for the caller of
   *     the current request; nothing was done
   */
  public <T> T call(Supplier<T> work) {
    admit();
    long start = System.nanoTime();
    int inFlight = queue.running();
    try {
      T result = work.get();
      long nanos = System.nanoTime() - start;
      long typical = typicalNanos;
      typicalNanos = typical == 0 ? nanos : typical + (nanos - typical) / 8;
      limit.onSample(start, nanos, inFlight, false);
      return result;
    } finally {
      queue.leave();
    }
  }

  private void admit() {
    if (queue.enterAtOnce()) {
      return;
    }
    int ahead = queue.waiting();
    Duration wait = RequestDeadline.within(longestWait).remaining();
    if (ahead >= places || isHopeless(ahead, wait)) {
      throw new OverloadedException(name);
    }
    if (!queue.enter(wait)) {
      throw new OverloadedException(name);
    }
  }

  /**
   * Whether even half of the expected time is too long: the first pieces of work after a start take
   * far longer than later ones.
   */
  private boolean isHopeless(int ahead, Duration wait) {
    return typicalNanos * (ahead + 1) / limit.getLimit() / 2 > wait.toNanos();
  }

  /** The current concurrency limit. */
  public int limit() {
    return limit.getLimit();
  }

  public int running() {
    return queue.running();
  }

  public int waiting() {
    return queue.waiting();
  }
}

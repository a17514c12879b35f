package org.contractshop.base.admission;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.FixedLimit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets as much work run at once as the service can do, and as much wait, in order of arrival, as it
 * can do in time. The rest is refused at once. How much can run at once is learnt from how long the
 * work takes: more of it at once must not make each piece much slower.
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
   * @param least at which concurrency the work is known to be fast
   * @param most at which concurrency the work needs more threads or connections than there are
   * @param queue how many may wait; fewer than the server has threads beside the running ones, so
   *     that other requests find one
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

  /** A limiter for work of which is known how much can run at once. */
  public static AdmissionLimiter fixed(String name, int most, int queue, Duration longestWait) {
    return new AdmissionLimiter(name, FixedLimit.of(most), queue, longestWait);
  }

  /**
   * Does the work, now or after a wait in the queue.
   *
   * @throws OverloadedException if it would come too late for the longest wait or for the caller of
   *     the current request; nothing was done then
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
   * Whether even half of the expected time is too long: after a start, work soon takes far less
   * time than the first of it.
   */
  private boolean isHopeless(int ahead, Duration wait) {
    return typicalNanos * (ahead + 1) / limit.getLimit() / 2 > wait.toNanos();
  }

  /** How much may run at once at present. */
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

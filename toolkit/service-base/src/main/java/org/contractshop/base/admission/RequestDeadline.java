package org.contractshop.base.admission;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The moment after which nobody waits for the response of a request. */
public final class RequestDeadline {
  /**
   * The header in which a caller says how many milliseconds it will still wait. The published
   * clients send it with every call.
   */
  public static final String HEADER = "Request-Timeout-Millis";

  private static final Pattern MILLIS = Pattern.compile("\\d{1,9}");

  private final long nanoTime;

  private RequestDeadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The deadline of the current request: the one its caller grants, but at most this long from now.
   * Outside of a request, or without one from the caller, just this long.
   */
  public static RequestDeadline within(Duration most) {
    long granted = granted();
    long nanos = most.toNanos();
    return new RequestDeadline(
        System.nanoTime() + (granted < 0 ? nanos : Math.min(granted, nanos)));
  }

  /** A deadline that is earlier by the given time. */
  public RequestDeadline earlierBy(Duration time) {
    return new RequestDeadline(nanoTime - time.toNanos());
  }

  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  public boolean isOver() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** In nanoseconds; negative without a usable header. */
  private static long granted() {
    if (!(RequestContextHolder.getRequestAttributes()
        instanceof ServletRequestAttributes current)) {
      return -1;
    }
    String millis = current.getRequest().getHeader(HEADER);
    return millis != null && MILLIS.matcher(millis).matches()
        ? Duration.ofMillis(Long.parseLong(millis)).toNanos()
        : -1;
  }
}

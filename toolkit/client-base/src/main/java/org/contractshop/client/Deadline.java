package org.contractshop.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A moment after which nobody waits for a result. All client calls made within {@link #call} end by
 * then, including their retries, and tell the service how long they will wait:
 *
 * <pre>{@code
 * Deadline.in(Duration.ofMillis(1500)).call(() -> products.products().getProduct(1L));
 * }</pre>
 */
public final class Deadline {
  /**
   * The request header that tells a service how many milliseconds its caller will still wait for
   * the response, as a whole number. A service may drop the work when that time is over.
   */
  public static final String HEADER = "Request-Timeout-Millis";

  private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A deadline this long from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The deadline of the innermost {@link #call} of this thread. */
  public static Optional<Deadline> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The time left; zero once it is over. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  public boolean isOver() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /**
   * Runs work in this thread within the deadline. Inside another deadline, the earlier one counts.
   */
  public <T> T call(Supplier<T> work) {
    Deadline outer = CURRENT.get();
    CURRENT.set(outer == null || nanoTime - outer.nanoTime < 0 ? this : outer);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /** The same for work without a result. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }
}

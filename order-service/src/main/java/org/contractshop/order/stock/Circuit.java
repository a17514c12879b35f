package org.contractshop.order.stock;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.contractshop.client.ClientException;
import org.contractshop.client.NoResponseException;
import org.contractshop.client.NoResponseException.Reason;
import org.contractshop.client.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops calls to a peer that is down: one that refuses or resets connections, sends nonsense, or
 * responds to nothing at all. A peer that is merely slow, perhaps because we send it so many
 * requests, is not down.
 */
final class Circuit {
  /** A peer that responds to nothing for this long counts as down. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final Logger log = LoggerFactory.getLogger(Circuit.class);

  private final CircuitBreaker breaker;
  private final LongSupplier nanoTime;

  /** When the first call began that was made after the last response; null if there is none. */
  private final AtomicReference<@Nullable Long> silentSince = new AtomicReference<>();

  Circuit(String peer) {
    this(peer, System::nanoTime);
  }

  /**
   * @param nanoTime a clock that never jumps
   */
  Circuit(String peer, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    breaker =
        CircuitBreaker.of(
            peer,
            CircuitBreakerConfig.custom()
                .clock(new MonotonicClock(nanoTime))
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(5))
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(event -> log.warn("Calls to {}: {}", peer, event.getStateTransition()));
    Gauge.builder("circuit.closed", breaker, it -> it.getState() == State.CLOSED ? 1 : 0)
        .description("Whether calls to the peer are made")
        .tag("peer", peer)
        .register(Metrics.globalRegistry);
  }

  /** Whether a call would be made now. */
  boolean permitsCalls() {
    boolean permitted = breaker.tryAcquirePermission();
    if (permitted) {
      breaker.releasePermission();
    }
    return permitted;
  }

  /**
   * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException if the call is not made
   */
  <T> T call(Supplier<T> call) {
    breaker.acquirePermission();
    long start = nanoTime.getAsLong();
    silentSince.compareAndSet(null, start);
    try {
      T response = call.get();
      responded(start);
      return response;
    } catch (NoResponseException failure) {
      if (isSlow(failure)) {
        breaker.releasePermission();
      } else {
        breaker.onError(nanoTime.getAsLong() - start, TimeUnit.NANOSECONDS, failure);
      }
      throw failure;
    } catch (ProblemException problem) {
      responded(start); // an error: it has a problem, but is up
      throw problem;
    } catch (ClientException failure) {
      breaker.onError(nanoTime.getAsLong() - start, TimeUnit.NANOSECONDS, failure);
      throw failure;
    } catch (RuntimeException | Error failure) {
      breaker.releasePermission(); // says nothing about the peer
      throw failure;
    }
  }

  private void responded(long start) {
    silentSince.set(null);
    breaker.onSuccess(nanoTime.getAsLong() - start, TimeUnit.NANOSECONDS);
  }

  /** Whether a call ran out of time, although the peer may well respond to others. */
  private boolean isSlow(NoResponseException failure) {
    if (failure.reason() != Reason.TIMED_OUT) {
      return failure.reason() == Reason.INTERRUPTED;
    }
    Long since = silentSince.get();
    return since == null || nanoTime.getAsLong() - since < SILENCE.toNanos();
  }

  private static final class MonotonicClock extends Clock {
    private final LongSupplier nanoTime;
    private final Instant start = Instant.now();
    private final long startNanos;

    MonotonicClock(LongSupplier nanoTime) {
      this.nanoTime = nanoTime;
      startNanos = nanoTime.getAsLong();
    }

    @Override
    public Instant instant() {
      return start.plusNanos(nanoTime.getAsLong() - startNanos);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

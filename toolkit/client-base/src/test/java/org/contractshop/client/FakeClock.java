package org.contractshop.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sleeping takes no time, but the clock says it does. */
final class FakeClock implements ClientClock {
  static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

  final List<Duration> waits = new ArrayList<>();
  double jitter = 0.5;

  /** What happens meanwhile. */
  Runnable whileAsleep = () -> {};

  private Duration slept = Duration.ZERO;

  @Override
  public long nanoTime() {
    return System.nanoTime() + slept.toNanos();
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public double jitter() {
    return jitter;
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    waits.add(time);
    whileAsleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    slept = slept.plus(time);
  }
}

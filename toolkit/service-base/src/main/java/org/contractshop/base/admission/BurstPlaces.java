package org.contractshop.base.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Extra places in a queue for bursts. Each can be taken once and comes back after a while, whether
 * or not its taker still waits, so a lasting overload soon uses them up.
 */
final class BurstPlaces {
  /** The time in which all places come back: slow, compared with how fast work is done. */
  private static final Duration RENEWAL = Duration.ofSeconds(10);

  private final int most;
  private final LongSupplier nanoTime;
  private double free;
  private long last;

  BurstPlaces(int most, LongSupplier nanoTime) {
    this.most = most;
    this.nanoTime = nanoTime;
    this.free = most;
    this.last = nanoTime.getAsLong();
  }

  synchronized boolean take() {
    long now = nanoTime.getAsLong();
    free = Math.min(most, free + (double) (now - last) * most / RENEWAL.toNanos());
    last = now;
    boolean taken = free >= 1;
    if (taken) {
      free--;
    }
    return taken;
  }
}

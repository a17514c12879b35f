package org.contractshop.base.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The places of a queue that only a burst finds. Each can be taken once and is back after a while,
 * whether or not whoever took it still waits: an overload that lasts has soon used them up.
 */
final class BurstPlaces {
  /** In which all places come back: slowly, compared to how fast work is done. */
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

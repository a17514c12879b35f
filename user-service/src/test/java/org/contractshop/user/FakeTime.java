package org.contractshop.user;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A clock that stands still. */
final class FakeTime implements TimeMeter {
  private long nanos = System.currentTimeMillis() * 1_000_000;

  void advance(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}

package org.contractshop.base;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps serving for a while after SIGTERM. {@code /readyz} is down from then on, so that a load
 * balancer sends its requests elsewhere before the service refuses any.
 */
final class Drain implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private final Duration time;
  private volatile boolean running;

  Drain(Duration time) {
    this.time = time;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    if (!time.isZero()) {
      log.info("Not ready any more; serving for {} s", time.toSeconds());
    }
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The first to stop, before the web server. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}

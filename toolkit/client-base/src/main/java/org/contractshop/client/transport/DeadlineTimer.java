package org.contractshop.client.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Aborts exchanges whose time is over, with one thread for all of them. */
final class DeadlineTimer {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private DeadlineTimer() {}

  /** Runs the action after the time, unless the result is cancelled before. */
  static Future<?> after(Duration time, Runnable action) {
    return TIMER.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "client-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}

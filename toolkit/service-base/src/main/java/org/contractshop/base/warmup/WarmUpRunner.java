package org.contractshop.base.warmup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Repeats every {@link WarmUp} until the time is over at the latest. Spring runs it after the
 * server has started and before the service says that it is ready. A failure does not prevent the
 * start.
 */
final class WarmUpRunner implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(WarmUpRunner.class);
  private static final int THREADS = 4;

  /** How often each thread takes every step, if there is time. More repetitions have no effect. */
  private static final int ROUNDS = 250;

  /** For a step that does not end when it is interrupted. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final List<WarmUp> steps;
  private final Duration limit;
  private final Supplier<Loopback> loopback;

  WarmUpRunner(List<WarmUp> steps, Duration limit, Supplier<Loopback> loopback) {
    this.steps = steps;
    this.limit = limit;
    this.loopback = loopback;
  }

  @Override
  public void run(ApplicationArguments arguments) throws InterruptedException {
    if (steps.isEmpty() || limit.isZero()) {
      return;
    }
    for (WarmUp step : steps) {
      attempt(step::prepare);
    }
    long start = System.nanoTime();
    Loopback service = loopback.get();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "warm-up");
              thread.setDaemon(true);
              return thread;
            });
    for (int thread = 0; thread < THREADS; thread++) {
      threads.execute(() -> repeat(service, start));
    }
    threads.shutdown();
    if (!threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
      threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }
    log.debug("Warmed up for {} ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private void repeat(Loopback service, long start) {
    for (int round = 0; round < ROUNDS && System.nanoTime() - start < limit.toNanos(); round++) {
      for (WarmUp step : steps) {
        if (!attempt(() -> step.run(service))) {
          return; // the time is over
        }
      }
    }
  }

  @FunctionalInterface
  private interface Attempt {
    void make() throws Exception;
  }

  /** Returns false if it was interrupted. */
  private static boolean attempt(Attempt attempt) {
    try {
      attempt.make();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception exception) {
      log.debug("A step of the warm-up failed", exception);
    }
    return true;
  }
}

package org.contractshop.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The clock and random numbers, so that tests can replace them. */
interface ClientClock {
  ClientClock SYSTEM =
      new ClientClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public double jitter() {
          return ThreadLocalRandom.current().nextDouble();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
        }
      };

  long nanoTime();

  /** For dates in headers. */
  Instant now();

  /** From 0 inclusive to 1 exclusive. */
  double jitter();

  void sleep(Duration time) throws InterruptedException;
}

package org.contractshop.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ServiceProcess;
import org.contractshop.launcher.Waiting;

/**
 * One of several instances of a service behind a load balancer.
 *
 * @param second whether it is not the one that was started with the shop
 */
record Instance(Service service, boolean second, int port, ServiceProcess process) {
  /** The load balancer checks every 200 ms. */
  static final Duration NOTICE = Duration.ofMillis(500);

  private static final Duration LIMIT = Duration.ofSeconds(60);

  void stop() {
    process.requestStop();
    process.awaitStop(LIMIT);
  }

  void start() {
    try {
      process.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitCallers();
  }

  /** Waits until it is ready, and the load balancer knows it. */
  void awaitCallers() {
    awaitReady();
    Waiting.until(NOTICE, () -> false);
  }

  void awaitReady() {
    if (!Waiting.until(LIMIT, process::isReady)) {
      throw new IllegalStateException(process + " is not ready: " + process.log().lastLines());
    }
  }
}

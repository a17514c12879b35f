package org.contractshop.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Waits until services that were just started are ready, and reports each one. */
final class ReadinessWait {
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final Consumer<String> progress;
  private final long start = System.nanoTime();

  ReadinessWait(Consumer<String> progress) {
    this.progress = progress;
  }

  /** Gives up when a process dies, or the limit is reached. */
  void await(Collection<ServiceProcess> services, CompletableFuture<String> death) {
    List<ServiceProcess> waiting = new ArrayList<>(services);
    Waiting.until(
        LIMIT,
        () -> {
          waiting.removeIf(this::isReady);
          return waiting.isEmpty() || death.isDone();
        });
    if (death.isDone()) {
      throw new StartFailure(death.join());
    }
    if (!waiting.isEmpty()) {
      ServiceProcess service = waiting.get(0);
      throw new StartFailure(
          "%s is not ready after %s. %s"
              .formatted(service, Waiting.since(start), service.log().lastLines()));
    }
  }

  private boolean isReady(ServiceProcess service) {
    boolean ready = service.isReady();
    if (ready) {
      progress.accept("  %s ... ready (%s)".formatted(service, Waiting.since(start)));
    }
    return ready;
  }
}

package org.contractshop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who order at the same time. */
final class Rush {
  private Rush() {}

  static <T> List<T> inParallel(int count, IntFunction<T> work) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<T>> running =
          IntStream.range(0, count)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  /**
   * An order of one piece that is decided.
   *
   * @param interruptions how often placing it was interrupted, and needed another key
   */
  record Decided(int status, int interruptions) {}

  /** As the API asks of its callers: an order that was cancelled needs a new key. */
  static Decided orderUntilDecided(URI service, Caller customer, long product) {
    AtomicReference<String> key = new AtomicReference<>(UUID.randomUUID().toString());
    AtomicInteger interruptions = new AtomicInteger();
    int status =
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInSameThread()
            .ignoreExceptionsMatching(failure -> failure.getCause() instanceof IOException) // lost
            .until(
                () -> {
                  Sent order = Sent.order(service, customer.token(), product, key.get());
                  if (order.isCancelled()) {
                    interruptions.incrementAndGet();
                    key.set(UUID.randomUUID().toString());
                  }
                  return order.status();
                },
                decided -> decided == 201 || decided == 422);
    return new Decided(status, interruptions.get());
  }

  /** As a client does that wants to know: repeats with the same key what got no verdict. */
  static int orderUntilDecided(URI service, Caller customer, long product, String key) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInSameThread()
        .ignoreExceptionsMatching(failure -> failure.getCause() instanceof IOException) // lost
        .until(
            () -> Sent.order(service, customer.token(), product, key).status(),
            status -> status == 201 || status == 422);
  }
}

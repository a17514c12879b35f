package org.contractshop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who order at the same time. */
final class Rush {
  private Rush() {}

  static List<Integer> inParallel(int count, IntFunction<Integer> work) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<Integer>> running =
          IntStream.range(0, count)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
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

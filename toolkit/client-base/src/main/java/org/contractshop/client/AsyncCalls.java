package org.contractshop.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Makes calls in the background:
 *
 * <pre>{@code
 * AsyncCalls.start(() -> products.products().getProduct(1L)).thenAccept(this::show);
 * }</pre>
 *
 * <p>A call respects the {@link Deadline} of the thread that started it. Cancelling the future, or
 * its {@code orTimeout}, interrupts the call, which closes its connection. A failed call completes
 * the future with what it threw, a {@link ClientException}.
 */
public final class AsyncCalls {
  private static final Executor THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "contractshop-client");
            thread.setDaemon(true);
            return thread;
          });

  private AsyncCalls() {}

  /** Starts a call in a separate thread. Threads are kept for a minute and reused. */
  public static <T> CompletableFuture<T> start(Supplier<T> call) {
    return start(call, THREADS);
  }

  /**
   * @param executor runs the call, for example in a virtual thread
   */
  public static <T> CompletableFuture<T> start(Supplier<T> call, Executor executor) {
    Optional<Deadline> deadline = Deadline.current();
    CompletableFuture<T> result = new CompletableFuture<>();
    AtomicBoolean ended = new AtomicBoolean();
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              try {
                T value = deadline.isPresent() ? deadline.get().call(call) : call.get();
                ended.set(true);
                result.complete(value);
              } catch (RuntimeException | Error failure) {
                ended.set(true);
                result.completeExceptionally(failure);
              }
            },
            null);
    result.whenComplete(
        (value, failure) -> {
          if (!ended.get()) {
            task.cancel(true);
          }
        });
    executor.execute(task);
    return result;
  }
}

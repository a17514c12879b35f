package org.contractshop.product.read;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serves all readers that arrive during another read with one query. There is no cache: a query
 * starts after the last of its readers has arrived, so a response contains everything that any
 * instance committed before the request. Few queries run concurrently, so that readers leave
 * connections to writers.
 *
 * @param <K> what is asked for
 * @param <V> what is found
 */
public final class SharedReads<K, V> {
  private final Function<K, Object> query;
  private final Function<Set<K>, Map<K, V>> load;
  private final Semaphore permits;
  private final Duration timeout;
  private final Map<Object, Batch<K, V>> open = new ConcurrentHashMap<>();

  /**
   * @param query keys with equal queries are read together
   * @param load finds the values that exist for the keys of a query
   * @param most how many queries may run concurrently
   */
  public SharedReads(
      Function<K, Object> query, Function<Set<K>, Map<K, V>> load, int most, Duration timeout) {
    this.query = query;
    this.load = load;
    this.timeout = timeout;
    permits = new Semaphore(most, true);
  }

  /**
   * @param reader the thread that opened it, and reads for all
   */
  private record Batch<K, V>(Thread reader, Set<K> keys, CompletableFuture<Map<K, V>> found) {}

  /**
   * @return null if there is no such thing
   * @throws ReadTimeoutException if it takes too long
   */
  public @Nullable V get(K key) {
    Object group = query.apply(key);
    Batch<K, V> joined = open.compute(group, (same, batch) -> join(batch, key));
    if (joined.reader() == Thread.currentThread()) {
      read(group, joined);
    }
    return await(joined).get(key);
  }

  private Batch<K, V> join(@Nullable Batch<K, V> batch, K key) {
    Batch<K, V> joined =
        batch == null
            ? new Batch<>(Thread.currentThread(), new HashSet<>(), new CompletableFuture<>())
            : batch;
    joined.keys().add(key);
    return joined;
  }

  /** Whoever opens a batch reads for it: once its query may run, nobody else can join. */
  private void read(Object group, Batch<K, V> batch) {
    boolean permitted = false;
    try {
      permitted = permits.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS);
      open.remove(group);
      if (!permitted) {
        throw new ReadTimeoutException();
      }
      batch.found().complete(load.apply(batch.keys()));
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      open.remove(group);
      batch.found().completeExceptionally(new ReadTimeoutException());
    } catch (Throwable failure) {
      batch.found().completeExceptionally(failure);
    } finally {
      if (permitted) {
        permits.release();
      }
    }
  }

  private Map<K, V> await(Batch<K, V> batch) {
    try {
      return batch.found().get(2 * timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException exception) {
      throw exception.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(exception.getCause());
    } catch (TimeoutException exception) {
      throw new ReadTimeoutException();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new ReadTimeoutException();
    }
  }
}

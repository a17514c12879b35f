package org.contractshop.base;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Counts the threads that wait for the rest of a body. Callers who send slowly on purpose get at
 * most half of all threads, and those at one address half of these.
 */
final class BodyWaits implements AutoCloseable {
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "slow-bodies");
            thread.setDaemon(true);
            return thread;
          });
  private final Semaphore free;
  private final int mostOfAnAddress;
  private final ConcurrentMap<String, Integer> waiting = new ConcurrentHashMap<>();

  /**
   * @param threads that serve requests
   */
  BodyWaits(int threads) {
    free = new Semaphore(Math.max(1, threads / 2));
    mostOfAnAddress = Math.max(1, threads / 4);
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /**
   * Runs something at a time of {@link System#nanoTime}, unless it is cancelled before. A single
   * read of a chunked body waits for each byte of a chunk's length and of a trailer, so checking
   * the clock between reads is not enough.
   */
  Future<?> at(long end, Runnable cut) {
    return deadlines.schedule(cut, end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /**
   * @return whether a thread may wait for a caller at this address; if so, the wait must be ended
   */
  boolean begin(String address) {
    if (!free.tryAcquire()) {
      return false;
    }
    if (waiting.merge(address, 1, Integer::sum) <= mostOfAnAddress) {
      return true;
    }
    end(address);
    return false;
  }

  void end(String address) {
    waiting.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    free.release();
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
  }
}

package org.contractshop.base;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * Counts the threads that wait for the rest of a body. Callers who send slowly on purpose get no
 * more than half of all threads, and those of one address half of these.
 */
final class BodyWaits {
  private final Semaphore free;
  private final int mostOfAnAddress;
  private final ConcurrentMap<String, Integer> waiting = new ConcurrentHashMap<>();

  /**
   * @param threads that serve requests
   */
  BodyWaits(int threads) {
    free = new Semaphore(Math.max(1, threads / 2));
    mostOfAnAddress = Math.max(1, threads / 4);
  }

  /**
   * @return whether a thread may wait for a caller of this address; if so, end it
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
}

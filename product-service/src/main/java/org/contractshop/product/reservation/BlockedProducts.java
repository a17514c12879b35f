package org.contractshop.product.reservation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Products that another transaction keeps locked. A transaction that waited for one of them along
 * with other products would delay the reservations of those, here and, through the locks it already
 * holds, in other instances. So one thread waits for each product separately, and its reservations
 * wait for the thread.
 */
final class BlockedProducts implements AutoCloseable {
  private enum State {
    /** Perhaps only for a moment. */
    WAITED_FOR,
    /** For longer than a transaction of a reservation takes. */
    LOCKED
  }

  private final LongConsumer lock;
  private final Map<Long, State> states = new ConcurrentHashMap<>();
  private final BlockingQueue<Long> toWaitFor = new LinkedBlockingQueue<>();
  private final Thread waiter = new Thread(this::await, "blocked products");

  /**
   * @param lock waits until it has locked a product, and releases it; throws a {@link
   *     ConcurrencyFailureException} if that takes too long
   */
  BlockedProducts(LongConsumer lock) {
    this.lock = lock;
    waiter.setDaemon(true);
    waiter.start();
  }

  void add(Set<Long> productIds) {
    for (long id : productIds) {
      if (states.putIfAbsent(id, State.WAITED_FOR) == null) {
        toWaitFor.add(id);
      }
    }
  }

  /** Whether the request needs one of them. */
  boolean concern(ReservationRequest request) {
    return !states.isEmpty()
        && request.lines().stream().anyMatch(line -> states.containsKey(line.productId()));
  }

  /** Whether the request needs one that is not worth waiting for. */
  boolean forbid(ReservationRequest request) {
    return request.lines().stream().anyMatch(line -> states.get(line.productId()) == State.LOCKED);
  }

  private void await() {
    try {
      while (true) {
        long id = toWaitFor.take();
        try {
          lock.accept(id);
          states.remove(id);
        } catch (ConcurrencyFailureException exception) {
          states.put(id, State.LOCKED);
          toWaitFor.add(id);
        } catch (RuntimeException exception) {
          states.remove(id); // the next attempt will find the cause
        }
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  @Override
  public void close() {
    waiter.interrupt();
  }
}

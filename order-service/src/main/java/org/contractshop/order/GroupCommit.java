package org.contractshop.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.contractshop.base.OutcomeUnknownException;
import org.contractshop.base.admission.OverloadedException;
import org.contractshop.base.admission.RequestDeadline;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Gathers the writes that arrive while a transaction is under way into the next one, so that they
 * share a round trip and a commit. A write that finds nothing under way is committed at once, by
 * its own thread; the first of those that gathered meanwhile commits the next batch.
 *
 * @param <T> a write
 * @param <R> its result
 */
final class GroupCommit<T, R> {
  private final int largestBatch;
  private final BiFunction<List<T>, RequestDeadline, List<R>> commit;
  private final Deque<Entry<T, R>> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param commit writes all or nothing, and returns the results in the order of the writes
   */
  GroupCommit(int largestBatch, BiFunction<List<T>, RequestDeadline, List<R>> commit) {
    this.largestBatch = largestBatch;
    this.commit = commit;
  }

  private static final class Entry<T, R> {
    private final T write;
    private final Thread thread = Thread.currentThread();
    private volatile boolean leads;
    private volatile boolean done;
    private @Nullable R result;
    private @Nullable RuntimeException failure;

    Entry(T write) {
      this.write = write;
    }

    void complete(@Nullable R result, @Nullable RuntimeException failure) {
      this.result = result;
      this.failure = failure;
      done = true;
      if (thread != Thread.currentThread()) {
        LockSupport.unpark(thread);
      }
    }
  }

  /**
   * Returns once the write is committed.
   *
   * @throws OverloadedException if its turn has not come by the deadline: nothing was written
   * @throws OutcomeUnknownException if it has not ended by then
   */
  R submit(T write, RequestDeadline deadline) {
    Entry<T, R> entry = new Entry<>(write);
    if (!lead(entry)) {
      await(entry, deadline);
    }
    if (!entry.done) {
      commitBatch(entry, deadline);
    }
    if (entry.failure != null) {
      throw entry.failure;
    }
    return Objects.requireNonNull(entry.result);
  }

  /** How many writes wait for the next commit. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized boolean lead(Entry<T, R> entry) {
    if (busy) {
      waiting.add(entry);
      return false;
    }
    busy = true;
    return true;
  }

  private void await(Entry<T, R> entry, RequestDeadline deadline) {
    boolean interrupted = false;
    while (!entry.done && !entry.leads) {
      if (deadline.isOver()) {
        giveUp(entry);
      }
      LockSupport.parkNanos(this, deadline.remaining().toNanos());
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns only if the entry leads a batch or is done after all; otherwise throws. */
  private void giveUp(Entry<T, R> entry) {
    synchronized (this) {
      if (entry.leads || entry.done) {
        return;
      }
      if (waiting.remove(entry)) {
        throw new OverloadedException("the database");
      }
    }
    throw new OutcomeUnknownException(new TimeoutException("the database is too slow"));
  }

  private void commitBatch(Entry<T, R> leader, RequestDeadline deadline) {
    List<Entry<T, R>> batch = new ArrayList<>();
    batch.add(leader);
    synchronized (this) {
      while (batch.size() < largestBatch && !waiting.isEmpty()) {
        batch.add(waiting.poll());
      }
    }
    try {
      commit(batch, deadline);
    } finally {
      passOn();
    }
  }

  private void commit(List<Entry<T, R>> batch, RequestDeadline deadline) {
    try {
      List<R> results = commit.apply(batch.stream().map(entry -> entry.write).toList(), deadline);
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).complete(results.get(i), null);
      }
    } catch (DataIntegrityViolationException | ConcurrencyFailureException failure) {
      if (batch.size() == 1) {
        batch.get(0).complete(null, failure);
      } else { // the failure of one write must not affect its neighbours
        batch.forEach(entry -> commitAlone(entry, deadline, failure));
      }
    } catch (RuntimeException failure) {
      batch.forEach(entry -> entry.complete(null, failure));
    }
  }

  private void commitAlone(Entry<T, R> entry, RequestDeadline deadline, RuntimeException failure) {
    if (deadline.isOver()) {
      entry.complete(null, failure);
    } else {
      commit(List.of(entry), deadline);
    }
  }

  private void passOn() {
    Entry<T, R> next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        busy = false;
        return;
      }
      next.leads = true;
    }
    LockSupport.unpark(next.thread);
  }
}

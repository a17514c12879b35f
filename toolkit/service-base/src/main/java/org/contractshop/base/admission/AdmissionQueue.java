package org.contractshop.base.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * Admits a limited number at once, and the others in order of arrival. Whoever leaves hands its
 * place to the next one, so that on a busy machine no place stays empty until somebody wakes up; a
 * fair semaphore wakes up one after the other.
 */
final class AdmissionQueue {
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private int most;
  private int running;

  private static final class Waiter {
    private final Thread thread = Thread.currentThread();
    private volatile boolean isIn;
  }

  AdmissionQueue(int most) {
    this.most = most;
  }

  synchronized boolean enterAtOnce() {
    boolean free = waiters.isEmpty() && running < most;
    if (free) {
      running++;
    }
    return free;
  }

  /** Returns whether it was admitted within that time. */
  boolean enter(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    Waiter waiter = new Waiter();
    synchronized (this) {
      if (enterAtOnce()) {
        return true;
      }
      waiters.add(waiter);
    }
    while (!waiter.isIn) {
      long left = end - System.nanoTime();
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        return !giveUp(waiter);
      }
      LockSupport.parkNanos(this, left);
    }
    return true;
  }

  private synchronized boolean giveUp(Waiter waiter) {
    return waiters.remove(waiter);
  }

  synchronized void leave() {
    running--;
    letIn();
  }

  synchronized void resize(int newMost) {
    most = newMost;
    letIn();
  }

  private void letIn() {
    while (running < most && !waiters.isEmpty()) {
      Waiter next = waiters.remove();
      running++;
      next.isIn = true;
      LockSupport.unpark(next.thread);
    }
  }

  synchronized int running() {
    return running;
  }

  synchronized int waiting() {
    return waiters.size();
  }
}

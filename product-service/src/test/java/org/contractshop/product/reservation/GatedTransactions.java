package org.contractshop.product.reservation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The real store behind a gate, before which a transaction can be held up, or be made to fail. */
class GatedTransactions extends ReservationTransactions {
  private final ReservationTransactions real;
  private final Semaphore gate = new Semaphore(0);
  private final Semaphore arrivals = new Semaphore(0);
  private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  private volatile Runnable fault = () -> {};

  GatedTransactions(ReservationTransactions real) {
    super(null); // it has no tables of its own
    this.real = real;
  }

  @Override
  BatchResult reserve(List<ReservationRequest> requests, LockMode mode) {
    batches.add(requests.size());
    arrivals.release();
    try {
      gate.acquire(); // ends by an interrupt, as waiting for a connection does
    } catch (InterruptedException exception) {
      throw new IllegalStateException(exception);
    }
    fault.run();
    return real.reserve(requests, mode);
  }

  @Override
  void awaitLock(long productId) {
    real.awaitLock(productId);
  }

  /** Waits until a transaction stands before the gate. */
  void awaitArrival() {
    arrivals.acquireUninterruptibly();
  }

  void open() {
    gate.release(1_000_000);
  }

  /** What happens to every transaction from now on. */
  void setFault(Runnable fault) {
    this.fault = fault;
  }

  List<Integer> batches() {
    return List.copyOf(batches);
  }
}

package org.contractshop.product.reservation;

import java.time.Duration;
import java.util.UUID;
import org.contractshop.base.admission.AdmissionLimiter;
import org.springframework.stereotype.Service;

/** Takes the stock of orders, all or nothing, and puts it back. */
@Service
public class StockReservations {
  /** Few, so that releases waiting for a locked product leave connections to the others. */
  private final AdmissionLimiter releases =
      AdmissionLimiter.fixed("releases of reservations", 2, 60, Duration.ofSeconds(1));

  private final ReservationBatcher batcher;
  private final ReservationTransactions transactions;

  StockReservations(ReservationBatcher batcher, ReservationTransactions transactions) {
    this.batcher = batcher;
    this.transactions = transactions;
  }

  /**
   * Takes the stock of all lines, or none. The same request may be repeated and gets the same
   * outcome.
   *
   * @param timeout how long the caller waits
   * @throws ReservationTimeoutException if there is no outcome in time
   */
  public ReservationOutcome reserve(ReservationRequest request, Duration timeout) {
    return batcher.reserve(request, timeout);
  }

  /**
   * Puts the stock of a reservation back, once, however often it is called. The id can never be
   * reserved again.
   */
  public void release(UUID id) {
    releases.call(
        () -> {
          transactions.release(id);
          return id;
        });
  }
}

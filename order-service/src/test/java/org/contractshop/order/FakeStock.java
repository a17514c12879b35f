package org.contractshop.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.contractshop.base.admission.RequestDeadline;

/** A stock that has everything, unless a test says otherwise. */
class FakeStock implements Stock {
  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public Outcome reserve(UUID reservationId, List<OrderLine> lines, RequestDeadline deadline) {
    return new Outcome.Reserved(
        lines.stream().map(line -> line.reserved("Product", BigDecimal.TEN)).toList());
  }

  @Override
  public void release(UUID reservationId, RequestDeadline deadline) {}
}

package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractshop.order.OrderStatus.CANCELLED;
import static org.contractshop.order.OrderStatus.CONFIRMED;
import static org.contractshop.order.OrderStatus.PENDING;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderStatusTest {
  @Test
  void an_order_is_confirmed_at_most_once_and_never_comes_back_from_cancelled() {
    List<String> transitions = new ArrayList<>();
    for (OrderStatus from : OrderStatus.values()) {
      for (OrderStatus to : OrderStatus.values()) {
        if (from.mayBecome(to)) {
          transitions.add(from + "->" + to);
        }
      }
    }
    assertThat(transitions)
        .containsExactlyInAnyOrder(
            PENDING + "->" + CONFIRMED, PENDING + "->" + CANCELLED, CONFIRMED + "->" + CANCELLED);
  }
}

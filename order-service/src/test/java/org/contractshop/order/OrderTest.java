package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final Order PENDING =
      Order.pending(1, 7, UUID.randomUUID(), Instant.EPOCH, List.of(OrderLine.of(1, 2)));
  private static final List<OrderLine> RESERVED =
      List.of(OrderLine.of(1, 2).reserved("Keyboard", new BigDecimal("129.99")));

  @Test
  void two_keyboards_cost_exactly_twice_as_much_as_one() {
    assertThat(PENDING.confirm(RESERVED).total()).isEqualTo("259.98");
  }

  @Test
  void an_order_is_confirmed_at_most_once_and_never_after_it_was_cancelled() {
    Order confirmed = PENDING.confirm(RESERVED);
    Order cancelled = confirmed.cancel();

    assertThatIllegalStateException().isThrownBy(() -> confirmed.confirm(RESERVED));
    assertThatIllegalStateException().isThrownBy(() -> cancelled.confirm(RESERVED));
    assertThatIllegalStateException().isThrownBy(cancelled::cancel);
  }

  @Test
  void an_order_cannot_be_confirmed_without_prices() {
    assertThatIllegalStateException().isThrownBy(() -> PENDING.confirm(PENDING.lines()));
  }

  @Test
  void a_cancelled_order_is_still_known_as_it_was_placed() {
    Order confirmed = PENDING.confirm(RESERVED);

    assertThat(confirmed.cancel().asPlaced()).isEqualTo(confirmed);
    assertThatIllegalStateException().isThrownBy(() -> PENDING.cancel().asPlaced());
  }

  @Test
  void the_price_of_a_line_never_changes() {
    assertThatIllegalStateException()
        .isThrownBy(() -> RESERVED.get(0).reserved("Keyboard", BigDecimal.ONE));
  }

  @Test
  void totals_of_random_baskets_are_exact_to_the_cent() {
    Random random = new Random(7);
    for (int basket = 0; basket < 10_000; basket++) {
      List<OrderLine> lines = new ArrayList<>();
      long cents = 0;
      for (int line = random.nextInt(50); line >= 0; line--) {
        int price = random.nextInt(100_000_000);
        int quantity = 1 + random.nextInt(1_000_000);
        lines.add(
            OrderLine.of(line + 1, quantity).reserved("Product", BigDecimal.valueOf(price, 2)));
        cents += (long) price * quantity;
      }
      assertThat(PENDING.confirm(lines).total()).isEqualTo(BigDecimal.valueOf(cents, 2));
      assertThat(cents).as("exact in a JavaScript number").isLessThan(1L << 53);
    }
  }
}

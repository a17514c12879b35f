package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.contractshop.order.stock.Reserved;
import org.junit.jupiter.api.Test;

class TotalTest {
  @Test
  void two_keyboards_cost_exactly_twice_as_much_as_one() {
    assertThat(Checkout.total(List.of(new Reserved(1, "Keyboard", 2, new BigDecimal("129.99")))))
        .isEqualByComparingTo("259.98");
  }

  @Test
  void totals_of_random_baskets_are_exact_to_the_cent() {
    Random random = new Random(7);
    for (int basket = 0; basket < 10_000; basket++) {
      List<Reserved> lines = new ArrayList<>();
      long cents = 0;
      for (int line = random.nextInt(50); line >= 0; line--) {
        int price = random.nextInt(100_000_000);
        int quantity = 1 + random.nextInt(1_000_000);
        lines.add(new Reserved(line + 1, "Product", quantity, BigDecimal.valueOf(price, 2)));
        cents += (long) price * quantity;
      }
      assertThat(Checkout.total(lines)).isEqualByComparingTo(BigDecimal.valueOf(cents, 2));
      assertThat(cents).as("exact in a JavaScript number").isLessThan(1L << 53);
    }
  }
}

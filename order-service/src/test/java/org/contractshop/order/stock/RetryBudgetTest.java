package org.contractshop.order.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  @Test
  void a_thousand_failing_calls_are_retried_a_hundred_times_beside_the_first_few() {
    RetryBudget budget = new RetryBudget();
    int retries = 0;
    for (int call = 0; call < 1_000; call++) {
      budget.called();
      for (int retry = 0; retry < 2; retry++) {
        if (budget.tryRetry()) {
          retries++;
        }
      }
    }
    assertThat(retries).isBetween(100, 110);
  }
}

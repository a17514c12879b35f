package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBudgetTest {
  private final RetryBudget budget = RetryBudget.ofPercent(10);

  @Test
  void allows_ten_retries_at_first() {
    assertThat(retries(20)).isEqualTo(10);
  }

  @Test
  void allows_one_more_for_every_ten_calls() {
    retries(10);
    IntStream.range(0, 9).forEach(call -> budget.called());
    assertThat(retries(1)).isZero();
    budget.called();
    assertThat(retries(2)).isEqualTo(1);
  }

  @Test
  void saves_up_no_more_than_ten() {
    IntStream.range(0, 1000).forEach(call -> budget.called());
    assertThat(retries(20)).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -1})
  void is_a_percentage(int percent) {
    assertThatThrownBy(() -> RetryBudget.ofPercent(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Set the retry budget to 1 to 100 percent of the calls, not " + percent);
  }

  @Test
  void limits_the_retries_of_all_clients_that_share_it() throws IOException {
    try (Peer peer = new Peer().returns(503)) {
      for (int client = 0; client < 2; client++) {
        ToyApi toys =
            ToyClient.of(ClientSettings.of(peer.url()).retryBudget(budget), new FakeClock());
        for (int call = 0; call < 50; call++) {
          assertThat(catchThrowable(toys::deleteToy)).isInstanceOf(ProblemException.class);
        }
      }
      // 10 at first, and one for ten calls.
      assertThat(peer.requests).hasSizeBetween(100 + 18, 100 + 20);
    }
  }

  private long retries(int wanted) {
    return IntStream.range(0, wanted).filter(retry -> budget.tryRetry()).count();
  }
}

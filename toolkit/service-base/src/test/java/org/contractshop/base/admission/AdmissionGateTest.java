package org.contractshop.base.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionGateTest {
  private final AdmissionLimiter limiter =
      AdmissionLimiter.fixed("orders", 2, 10, Duration.ofMinutes(1));

  @Test
  void letsInAsManyAsRunAndTheQueueHasPlacesFor() {
    AdmissionGate gate = new AdmissionGate("POST", "/orders", limiter, 3, 0);

    assertThat(entered(gate)).isEqualTo(5);
  }

  @Test
  void letsInTheNextWhenOneHasLeft() {
    AdmissionGate gate = new AdmissionGate("POST", "/orders", limiter, 0, 0);
    assertThat(entered(gate)).isEqualTo(2);

    gate.leave();

    assertThat(entered(gate)).isEqualTo(1);
  }

  @Test
  void aBurstFindsMoreRoomThanAnOverloadThatLasts() {
    AdmissionGate gate = new AdmissionGate("POST", "/orders", limiter, 1, 100);
    int burst = entered(gate);
    assertThat(burst).isGreaterThanOrEqualTo(103);

    for (int i = 0; i < burst; i++) {
      gate.leave();
    }

    assertThat(entered(gate)).isBetween(3, 100);
  }

  @Test
  void isForOneOperation() {
    AdmissionGate gate = new AdmissionGate("POST", "/orders", limiter, 0, 0);

    assertThat(gate.isFor("POST", "/orders")).isTrue();
    assertThat(gate.isFor("GET", "/orders")).isFalse();
    assertThat(gate.isFor("POST", "/orders/1/cancel")).isFalse();
  }

  private static int entered(AdmissionGate gate) {
    int entered = 0;
    while (gate.enter()) {
      entered++;
    }
    return entered;
  }
}

package org.contractshop.base.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionGateTest {
  private long now;
  private final AdmissionGate gate = new AdmissionGate("POST", "/orders", 10, 5, 3, () -> now);

  @Test
  void letsInABurst() {
    assertThat(entered()).isEqualTo(15);
  }

  @Test
  void letsInTheNextWhenOneHasLeft() {
    leave(entered() - 2);

    assertThat(entered()).isEqualTo(1);
  }

  @Test
  void aBurstFindsItsRoomOnce() {
    fill();
    for (int i = 0; i < 5; i++) {
      assertThat(gate.enter()).isTrue();
      gate.leave();
    }

    assertThat(gate.enter()).isFalse();
  }

  @Test
  void hasLittleRoomAfterARefusal() {
    leave(entered());

    assertThat(entered()).isEqualTo(3);
  }

  @Test
  void hasLittleRoomWhileOthersAreRefused() {
    leave(entered());
    for (int i = 0; i < 5; i++) {
      now += Duration.ofMillis(900).toNanos();
      leave(entered());
    }

    assertThat(entered()).isEqualTo(3);
  }

  @Test
  void hasAllItsRoomWhenNobodyWasRefusedForASecond() {
    leave(entered());
    now += Duration.ofMillis(1_001).toNanos();

    assertThat(entered()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void isForOneOperation() {
    assertThat(gate.isFor("POST", "/orders")).isTrue();
    assertThat(gate.isFor("GET", "/orders")).isFalse();
    assertThat(gate.isFor("POST", "/orders/1/cancel")).isFalse();
  }

  private void fill() {
    for (int i = 0; i < 10; i++) {
      gate.enter();
    }
  }

  private void leave(int count) {
    for (int i = 0; i < count; i++) {
      gate.leave();
    }
  }

  private int entered() {
    int entered = 0;
    while (gate.enter()) {
      entered++;
    }
    return entered;
  }
}

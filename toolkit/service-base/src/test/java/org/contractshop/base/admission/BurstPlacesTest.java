package org.contractshop.base.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BurstPlacesTest {
  private final AtomicLong now = new AtomicLong();
  private final BurstPlaces places = new BurstPlaces(10, now::get);

  @Test
  void areTakenOnceEach() {
    assertThat(taken()).isEqualTo(10);
  }

  @Test
  void comeBackOneByOneAndNeverMoreThanThereAre() {
    assertThat(taken()).isEqualTo(10);

    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(taken()).isEqualTo(2);

    now.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(taken()).isEqualTo(10);
  }

  private int taken() {
    int taken = 0;
    while (places.take()) {
      taken++;
    }
    return taken;
  }
}

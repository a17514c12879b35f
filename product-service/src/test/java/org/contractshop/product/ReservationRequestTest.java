package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservationRequestTest {
  @Test
  void addsUpTheLinesOfAProductInTheOrderOfTheProducts() {
    assertThat(request(new Line(7, 2), new Line(3, 1), new Line(7, 5)).pieces())
        .containsExactly(entry(3L, 1L), entry(7L, 7L));
  }

  @Test
  void addsUpTheGreatestLinesWithoutOverflow() {
    List<Line> lines = Collections.nCopies(50, new Line(1, Integer.MAX_VALUE));
    assertThat(new ReservationRequest(UUID.randomUUID(), lines).pieces())
        .containsExactly(entry(1L, 50L * Integer.MAX_VALUE));
  }

  @Test
  void hasTheSameFingerprintWhenRepeated() {
    assertThat(request(new Line(1, 2), new Line(3, 4)).fingerprint())
        .isEqualTo(request(new Line(1, 2), new Line(3, 4)).fingerprint());
  }

  @Test
  void hasAnotherFingerprintForOtherLines() {
    assertThat(
            List.of(
                request(new Line(1, 23)).fingerprint(),
                request(new Line(12, 3)).fingerprint(),
                request(new Line(1, 2), new Line(3, 4)).fingerprint(),
                request(new Line(3, 4), new Line(1, 2)).fingerprint(),
                request(new Line(1, 2), new Line(3, 4), new Line(3, 4)).fingerprint(),
                request(new Line(1, 1), new Line(1, 1)).fingerprint(),
                request(new Line(1, 2)).fingerprint()))
        .doesNotHaveDuplicates();
  }

  private static ReservationRequest request(Line... lines) {
    return new ReservationRequest(UUID.randomUUID(), List.of(lines));
  }
}

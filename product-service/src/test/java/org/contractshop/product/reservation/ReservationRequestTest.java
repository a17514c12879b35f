package org.contractshop.product.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.contractshop.product.reservation.Reservations.request;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservationRequestTest {
  @Test
  void addsUpTheLinesOfAProductInTheOrderOfTheProducts() {
    assertThat(
            request(new ReservationLine(7, 2), new ReservationLine(3, 1), new ReservationLine(7, 5))
                .pieces())
        .containsExactly(entry(3L, 1L), entry(7L, 7L));
  }

  @Test
  void addsUpTheGreatestLinesWithoutOverflow() {
    List<ReservationLine> lines =
        Collections.nCopies(50, new ReservationLine(1, Integer.MAX_VALUE));
    assertThat(new ReservationRequest(UUID.randomUUID(), lines).pieces())
        .containsExactly(entry(1L, 50L * Integer.MAX_VALUE));
  }

  @Test
  void hasTheSameFingerprintWhenRepeated() {
    assertThat(request(new ReservationLine(1, 2), new ReservationLine(3, 4)).fingerprint())
        .isEqualTo(request(new ReservationLine(1, 2), new ReservationLine(3, 4)).fingerprint());
  }

  @Test
  void hasAnotherFingerprintForOtherLines() {
    assertThat(
            List.of(
                request(new ReservationLine(1, 23)).fingerprint(),
                request(new ReservationLine(12, 3)).fingerprint(),
                request(new ReservationLine(1, 2), new ReservationLine(3, 4)).fingerprint(),
                request(new ReservationLine(3, 4), new ReservationLine(1, 2)).fingerprint(),
                request(
                        new ReservationLine(1, 2),
                        new ReservationLine(3, 4),
                        new ReservationLine(3, 4))
                    .fingerprint(),
                request(new ReservationLine(1, 1), new ReservationLine(1, 1)).fingerprint(),
                request(new ReservationLine(1, 2)).fingerprint()))
        .doesNotHaveDuplicates();
  }
}

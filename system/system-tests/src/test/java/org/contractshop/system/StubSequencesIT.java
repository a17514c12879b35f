package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The stub server behaves as the services do: the same calls in the same order get the same. */
@UsesSharedShop
final class StubSequencesIT {
  private static final int LENGTH = Integer.getInteger("sequence.length", 100);

  /** Others are tried by {@code -Dsequence.seed}. */
  private static final long SEED = Long.getLong("sequence.seed", 1);

  private final SharedShop.Running live;

  StubSequencesIT(SharedShop.Running live) {
    this.live = live;
  }

  @Test
  void aSequenceOfCallsGetsTheSameFromTheServicesAndTheirStubs() throws Exception {
    assumeTrue(live.adminEmail() != null && live.adminPassword() != null, "ADMIN_EMAIL");
    String run = "run-" + UUID.randomUUID().toString().substring(0, 8);
    Caller admin = live.shop().logIn(live.adminEmail(), live.adminPassword());
    Side services = new Side(live.shop().addresses(), Map.of(), Map.of("admin", admin.token()));
    List<String> differences = new ArrayList<>();
    try (StubServerProcess stubServer = StubServerProcess.start()) {
      Side stubs =
          new Side(
              stubServer.shop().addresses(),
              Map.of("Stub-Session", run),
              Map.of("admin", "admin-token"));
      List<Step> steps = new Sequence(SEED, run).steps(LENGTH);
      for (int number = 0; number < steps.size(); number++) {
        String expected = services.response(number, steps.get(number));
        String actual = stubs.response(number, steps.get(number));
        if (!actual.equals(expected)) {
          differences.add(
              "%d %s%n  service: %s%n  stub:    %s"
                  .formatted(number, steps.get(number), expected, actual));
        }
      }
    }
    assertThat(differences).as("sequence.seed=" + SEED).isEmpty();
  }
}

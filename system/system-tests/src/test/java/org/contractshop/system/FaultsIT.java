package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of {@link FaultProgram}. */
class FaultsIT {
  @Test
  void orders_are_exact_although_processes_die_and_the_network_fails() throws Exception {
    Report report = new FaultProgram(1, 3, Duration.ofSeconds(60)).run();
    System.out.println(report);

    assertThat(report.results())
        .allSatisfy((promise, violations) -> assertThat(violations).isEmpty());
  }
}

package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.contractshop.launcher.Service;
import org.junit.jupiter.api.Test;

/** The short form of {@link MachinesProgram}. */
class MachinesIT {
  @Test
  void aStoppedInstanceCostsNoRequestAndAKilledOneOnlyWhatWasInFlight() throws Exception {
    File haproxy =
        InstalledPrograms.find(
            List.of("haproxy"),
            "Several instances are tested behind a balancer: install haproxy (on Debian and Ubuntu:"
                + " apt-get install haproxy).");

    List<Service> services = List.of(Service.PRODUCT, Service.ORDER);
    assertThat(new MachinesProgram(4, services, false).run(haproxy).areGood()).isTrue();
  }
}

package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stub server, and the sample of a caller who does not write Java. */
final class CurlIT {
  private static StubServerProcess stubs;

  @BeforeAll
  static void start() throws IOException {
    InstalledPrograms.find(List.of("curl"), "A sample calls the stubs with curl: install it.");
    stubs = StubServerProcess.start();
  }

  @AfterAll
  static void stop() {
    if (stubs != null) {
      stubs.close();
    }
  }

  @Test
  void readsAProductAndOrdersIt() throws Exception {
    Finished response = order("1");
    assertThat(response.exitCode()).as(response.output()).isZero();
    assertThat(response.output())
        .contains("\"price\":129.99", "\"total\":259.98", "\"status\":\"confirmed\"");
  }

  @Test
  void learnsWhatIsShortAsFromTheRealService() throws Exception {
    Finished response = order("101");
    assertThat(response.exitCode()).isNotZero();
    assertThat(response.output())
        .contains("\"stock\":1", "\"error\":\"Insufficient stock for product 101\"");
  }

  @Test
  void everyStubWasProven() {
    if (System.getProperty("test") == null) {
      assertThat(stubs.said()).doesNotContain("NOT PROVEN");
    }
  }

  private static Finished order(String product) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("sh", Path.of("../../samples/curl/order.sh").toString(), product);
    stubs
        .shop()
        .addresses()
        .forEach((service, url) -> script.environment().put(service.urlVariable(), url.toString()));
    return Finished.of(script);
  }
}

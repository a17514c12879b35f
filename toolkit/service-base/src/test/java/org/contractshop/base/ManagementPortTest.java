package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

final class ManagementPortTest {
  @AutoClose
  private static final ConfigurableApplicationContext service =
      TestService.start("--info.version=7");

  @Test
  void healthInformationAndMetricsAreOnAPortOfTheirOwn() {
    assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
    assertThat(get("/actuator/info").body()).isEqualTo("{\"version\":\"7\"}");
    assertThat(get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"env", "beans", "heapdump", "metrics", "loggers", "shutdown", "telemetry"})
  void nothingElseIs(String endpoint) {
    assertThat(get("/actuator/" + endpoint).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyThisMachineReachesItUnlessToldOtherwise() {
    assertThat(service.getEnvironment().getProperty("management.server.address"))
        .isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({"3001,9001", "0,0", "60000,0", "'',0", "web,0"})
  void theUsualOneFollowsFromThePortOfTheService(String port, int managementPort) {
    assertThat(ManagementPort.beside(port)).isEqualTo(managementPort);
  }

  private static HttpResponse<String> get(String path) {
    return TestService.send(TestService.operatorRequest(service, path));
  }
}

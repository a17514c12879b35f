package org.contractshop.base;

import java.io.IOException;
import java.util.Map;
import org.contractshop.base.admission.AdmissionGate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Timeout(60)
class ConnectionProtocolTest {
  private static final String HEADERS =
      " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  @AutoClose
  private static final ConfigurableApplicationContext service =
      TestService.start("--shop.docs.enabled=false", Statuses.class, Full.class);

  @RestController
  static class Statuses {
    @GetMapping("/open")
    ResponseEntity<String> read(@RequestParam("status") int status) {
      return ResponseEntity.status(status).body(status == 200 ? "read" : null);
    }

    @PostMapping("/open")
    ResponseEntity<Void> write(
        @RequestParam("status") int status, @RequestBody Map<String, Object> body) {
      return ResponseEntity.status(status).build();
    }
  }

  static class Full {
    @Bean
    AdmissionGate gate() {
      return new AdmissionGate("POST", "/full", 0, 0, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "GET, 400", "GET, 500", "GET, 503", "POST, 400", "POST, 503"})
  void aConnectionServesOnAfterEachRequestThatWasReadToItsEnd(String method, int status)
      throws IOException {
    String body = method.equals("POST") ? "Content-Length: 2\r\n\r\n{}" : "\r\n";
    try (RawCaller caller = new RawCaller(service)) {
      for (int request = 0; request < 3; request++) {
        caller.send("%s /open?status=%d%s%s".formatted(method, status, HEADERS, body));
        caller.await("HTTP/1.1 " + status);
        caller.send("GET /open?status=200" + HEADERS + "\r\n");
        caller.await("HTTP/1.1 200");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /open?status={ HTTP/1.1",
    "GET /open?status=400 HTTP/3.7",
    "G{T /open?status=400 HTTP/1.1"
  })
  void aConnectionIsClosedAfterARequestOfWhichNobodyKnowsWhereItEnds(String line)
      throws IOException {
    try (RawCaller caller = new RawCaller(service)) {
      caller.send(line + "\r\nHost: localhost\r\n\r\n");
      caller.awaitEnd();
    }
  }

  @Test
  void aConnectionServesOnAfterARefusal() throws IOException {
    try (RawCaller caller = new RawCaller(service)) {
      for (int request = 0; request < 3; request++) {
        caller.send("POST /full" + HEADERS + "Content-Length: 2\r\n\r\n{}");
        caller.await("HTTP/1.1 503");
        caller.send("GET /open?status=200" + HEADERS + "\r\n");
        caller.await("HTTP/1.1 200");
      }
    }
  }

  @Test
  void aConnectionIsClosedIfTheCallerWantsIt() throws IOException {
    try (RawCaller caller = new RawCaller(service)) {
      caller.send("GET /open?status=503" + HEADERS + "Connection: close\r\n\r\n");
      caller.await("Connection: close");
      caller.awaitEnd();
    }
  }
}

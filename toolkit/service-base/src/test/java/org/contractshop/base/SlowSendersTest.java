package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Timeout(60)
class SlowSendersTest {
  private static final int SENDERS = 250; // Tomcat has 200 threads
  private static final String HEAD =
      "%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  private static ConfigurableApplicationContext service;
  private final ScheduledExecutorService dripping = Executors.newScheduledThreadPool(1);

  @RestController
  static class Things {
    @GetMapping("/open")
    String read() {
      return "open";
    }

    @PostMapping("/open")
    String write(@RequestBody Map<String, Object> body) {
      return "written";
    }
  }

  @BeforeAll
  static void start() {
    service = TestService.start("--shop.docs.enabled=false", Things.class);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void keepNobodyElseWaitingAndAreClosed() throws Exception {
    List<Socket> senders = new ArrayList<>();
    try {
      for (int sender = 0; sender < SENDERS; sender++) {
        String line = List.of("POST /open", "PUT /open", "POST /nowhere").get(sender % 3);
        String length =
            sender % 2 == 0 ? "Content-Length: 1000\r\n" : "Transfer-Encoding: chunked\r\n";
        senders.add(sent(HEAD.formatted(line) + length + "\r\n"));
      }
      long begin = System.nanoTime();
      dripping.scheduleWithFixedDelay(() -> drip(senders), 0, 100, TimeUnit.MILLISECONDS);

      for (int call = 0; call < 50; call++) {
        try (Socket reader = sent(HEAD.formatted("GET /open") + "\r\n");
            Socket writer = sent(HEAD.formatted("POST /open") + "Content-Length: 2\r\n\r\n{}")) {
          assertThat(status(reader)).isEqualTo(200);
          assertThat(status(writer)).isEqualTo(200);
        }
      }

      for (Socket sender : senders) {
        assertThat(status(sender)).isIn(400, 404, 405, 408, 503);
        readToItsEnd(sender);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    } finally {
      dripping.shutdownNow();
      for (Socket sender : senders) {
        sender.close();
      }
    }
  }

  @Test
  void areNotThoseWhoseBodyComesInASecondPacket() throws Exception {
    try (Socket caller = sent(HEAD.formatted("POST /nowhere") + "Content-Length: 2\r\n\r\n")) {
      assertThat(status(caller)).isEqualTo(404);
      caller.getOutputStream().write("{}".getBytes(StandardCharsets.ISO_8859_1));
      caller.getOutputStream().write((HEAD.formatted("GET /open") + "\r\n").getBytes());
      StringBuilder received = new StringBuilder();
      while (received.indexOf("HTTP/1.1 200") < 0) {
        int next = caller.getInputStream().read();
        assertThat(next).as(received.toString()).isNotNegative();
        received.append((char) next);
      }
    }
  }

  private static void drip(List<Socket> senders) {
    for (Socket sender : senders) {
      try {
        sender.getOutputStream().write('1');
      } catch (IOException exception) {
        // closed, as promised
      }
    }
  }

  private static Socket sent(String request) throws IOException {
    Socket socket = new Socket("localhost", TestService.port(service));
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static int status(Socket socket) throws IOException {
    String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
    assertThat(line).startsWith("HTTP/1.1 ");
    return Integer.parseInt(line.substring(9));
  }

  private static void readToItsEnd(Socket socket) {
    try {
      socket.getInputStream().readAllBytes();
    } catch (IOException exception) {
      assertThat(exception).hasMessageContaining("reset"); // closed while something was underway
    }
  }
}

package org.contractshop.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
  private static final String TRAILER = CHUNKED + "1\r\n{\r\n0\r\nX: ";

  @AutoClose
  private static final ConfigurableApplicationContext service =
      TestService.start("--shop.docs.enabled=false", Things.class);

  private final List<RawCaller> senders = new ArrayList<>();
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

  @AfterEach
  void hangUp() {
    dripping.shutdownNow();
    senders.forEach(RawCaller::close);
  }

  @Test
  void ofBodiesKeepNobodyElseWaitingAndAreClosed() throws IOException {
    for (int sender = 0; sender < SENDERS; sender++) {
      String head =
          HEAD.formatted(List.of("POST /open", "PUT /open", "POST /nowhere").get(sender % 3));
      String body = List.of("Content-Length: 1000\r\n\r\n", CHUNKED, TRAILER).get(sender / 3 % 3);
      senders.add(sent(head + body));
    }
    long begin = System.nanoTime();
    drip("1");

    for (int call = 0; call < 50; call++) {
      try (RawCaller reader = sent(HEAD.formatted("GET /open") + "\r\n");
          RawCaller writer = sent(HEAD.formatted("POST /open") + "Content-Length: 2\r\n\r\n{}")) {
        assertThat(reader.status()).isEqualTo(200);
        assertThat(writer.status()).isEqualTo(200);
      }
    }
    for (RawCaller sender : senders) {
      assertThat(sender.status()).isIn(400, 404, 405, 408, 503);
    }
    areClosedWithin10Seconds(begin);
  }

  @Test
  void ofABodyAreToldThatTheyAreSlow() throws IOException {
    senders.add(sent(HEAD.formatted("POST /open") + TRAILER));
    drip("1");

    assertThat(senders.get(0).status()).isEqualTo(408);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /", "GET /open HTTP/1.1\r\nX: ", ""})
  void ofHeadersAreClosed(String begun) {
    senders.add(sent(begun));
    long begin = System.nanoTime();
    drip(begun.isEmpty() ? "\r\n" : "1");

    areClosedWithin10Seconds(begin);
  }

  @Test
  void areNotThoseWhoKeepAConnectionForALaterRequest() throws IOException {
    RawCaller caller = sent("");
    senders.add(caller);
    for (String part : List.of("GET /open HTTP/1.1\r\n", "Host: localhost\r\n\r\nGE", "T /open ")) {
      caller.send(part);
    }
    caller.await("HTTP/1.1 200");
    caller.send("HTTP/1.1\r\nHost: localhost\r\n\r\n");

    caller.await("HTTP/1.1 200");
  }

  @Test
  void areNotThoseWhoseBodyComesInASecondPacket() throws IOException {
    RawCaller caller = sent(HEAD.formatted("POST /nowhere") + "Content-Length: 2\r\n\r\n");
    senders.add(caller);
    assertThat(caller.status()).isEqualTo(404);

    caller.send("{}").send(HEAD.formatted("GET /open") + "\r\n");

    caller.await("HTTP/1.1 200");
  }

  /** Sends ten times a second, for as long as it can. */
  private void drip(String bytes) {
    dripping.scheduleWithFixedDelay(
        () -> {
          for (RawCaller sender : senders) {
            try {
              sender.send(bytes);
            } catch (IOException exception) {
              // closed, as promised
            }
          }
        },
        0,
        100,
        TimeUnit.MILLISECONDS);
  }

  private void areClosedWithin10Seconds(long begin) {
    senders.forEach(RawCaller::awaitEnd);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }

  private static RawCaller sent(String request) {
    try {
      return new RawCaller(service).send(request);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}

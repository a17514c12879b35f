package org.contractshop.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LoadGeneratorTest {
  private final AtomicInteger received = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private Request good;
  private Request refused;
  private Request lost;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            received.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals("/good")) {
              exchange.sendResponseHeaders(200, -1);
            } else if (exchange.getRequestURI().getPath().equals("/refused")) {
              exchange.sendResponseHeaders(503, -1);
            }
          }
        });
    server.start();
    URI root = URI.create("http://localhost:" + server.getAddress().getPort());
    good = Request.post(root.resolve("/good"), "token", "{}");
    refused = Request.get(root.resolve("/refused"), null);
    lost = Request.get(root.resolve("/lost"), null);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aClosedLoopSendsAsFastAsResponsesCome() {
    try (LoadGenerator generator = new LoadGenerator(4)) {
      generator.burst(4, number -> good); // the first ones take their time
      Tally tally = generator.closedLoop(4, Duration.ofSeconds(1), number -> good);

      assertThat(tally.good()).isGreaterThan(4).isEqualTo(tally.requests());
      assertThat(tally.requests()).isEqualTo(received.get() - 4);
      assertThat(tally.took()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
      assertThat(tally.percentile(99)).isPositive();
    }
  }

  @Test
  void anOpenLoopSendsWhatIsDue() {
    try (LoadGenerator generator = new LoadGenerator(100)) {
      Tally tally = generator.openLoop(200, Duration.ofMillis(500), number -> good);

      assertThat(tally.requests()).isEqualTo(100);
      assertThat(received).hasValue(100);
    }
  }

  @Test
  void whatComesBackIsCounted() {
    try (LoadGenerator generator = new LoadGenerator(30)) {
      Tally tally =
          generator.burst(30, number -> number % 3 == 0 ? good : number % 3 == 1 ? refused : lost);

      assertThat(tally.requests()).isEqualTo(30);
      assertThat(tally.good()).isEqualTo(10);
      assertThat(tally.count(503)).isEqualTo(10);
      assertThat(tally.withoutRetryAfter()).isEqualTo(10);
      assertThat(tally.withoutResponse()).isEqualTo(10);
      assertThat(tally.statuses()).startsWith("10 x 200, 10 x 503, 10 without response");
    }
  }
}

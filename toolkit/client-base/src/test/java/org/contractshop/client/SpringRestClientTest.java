package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Why the clients have a transport of their own. When a test here fails, Spring has learned to keep
 * one of its promises, and code can go.
 */
class SpringRestClientTest {
  private static final int PIECES = 15;
  private static final int PIECE = 20_000;

  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::drip);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_read_timeout_does_not_end_a_response_that_drips_and_nothing_bounds_its_size() {
    HttpComponentsClientHttpRequestFactory requests = new HttpComponentsClientHttpRequestFactory();
    requests.setReadTimeout(Duration.ofSeconds(1));
    RestClient client = RestClient.builder().requestFactory(requests).build();
    String url = "http://localhost:" + server.getAddress().getPort();
    assertThat(client.get().uri(url).retrieve().body(byte[].class)).hasSize(PIECES * PIECE);
  }

  /** Longer in all than the timeout, with shorter pauses. */
  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      for (int i = 0; i < PIECES; i++) {
        body.write(new byte[PIECE]);
        body.flush();
        never.await(100, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException exception) {
      throw new IOException(exception);
    }
  }
}

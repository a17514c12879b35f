package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.contractshop.client.BrokenPeer.Fault;
import org.contractshop.client.transport.ApacheHttpTransport;
import org.contractshop.client.transport.ConnectionFailedException;
import org.contractshop.client.transport.HttpTransport;
import org.contractshop.client.transport.JdkHttpTransport;
import org.contractshop.client.transport.ResponseTooLargeException;
import org.contractshop.client.transport.TransportRequest;
import org.contractshop.client.transport.TransportResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What the rest of the client relies on, whichever transport it has. */
@Timeout(60)
class TransportTest {
  private static final int LIMIT = 1000;
  private static final Duration LONG = Duration.ofSeconds(10);

  private enum Kind {
    JDK(() -> JdkHttpTransport.create(Duration.ofSeconds(1))),
    APACHE(() -> ApacheHttpTransport.create(Duration.ofSeconds(1), 10));

    private final Supplier<HttpTransport> transport;

    Kind(Supplier<HttpTransport> transport) {
      this.transport = transport;
    }
  }

  @ParameterizedTest
  @EnumSource
  void sends_and_receives_all_of_it(Kind kind) throws Exception {
    try (Peer peer = new Peer().returns(201, "grün", Map.of("X-Twice", "a, b"))) {
      TransportRequest request =
          request(HttpMethod.PATCH, peer.url() + "/a%20b?c=%2B", LONG).withHeader("X-Name", "v");
      TransportResponse response = kind.transport.get().send(request);
      assertThat(response.status()).isEqualTo(201);
      assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("grün");
      assertThat(response.headers().getFirst("x-twice")).isEqualTo("a, b");
      Peer.Request received = peer.requests.get(0);
      assertThat(received.method()).isEqualTo("PATCH");
      assertThat(received.uri()).isEqualTo("/a%20b?c=%2B");
      assertThat(received.header("X-name")).isEqualTo("v");
      assertThat(received.header("Content-length")).isEqualTo("4");
      assertThat(received.body()).isEqualTo("body");
      assertThat(received.headers()).doesNotContainKeys("Upgrade", "Cookie", "Accept-encoding");
    }
  }

  @ParameterizedTest
  @EnumSource
  void does_not_follow_a_redirect(Kind kind) throws Exception {
    try (Peer peer = new Peer()) {
      peer.returns(307, "", Map.of("Location", peer.url() + "/elsewhere"));
      assertThat(kind.transport.get().send(get(peer.url())).status()).isEqualTo(307);
      assertThat(peer.requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"JDK, HANG", "JDK, DRIP", "APACHE, HANG", "APACHE, DRIP"})
  void aborts_an_exchange_whose_time_is_over(Kind kind, Fault fault) throws Exception {
    HttpTransport transport = kind.transport.get();
    try (BrokenPeer peer = new BrokenPeer(fault);
        Peer healthy = new Peer().returns(200, "{}")) {
      TransportRequest request = request(HttpMethod.PUT, peer.url(), Duration.ofMillis(100));
      // On a busy machine, the time may be over before the peer sees the request.
      while (peer.requests.get() == 0) {
        assertThatThrownBy(() -> transport.send(request))
            .isInstanceOf(HttpTimeoutException.class)
            .hasMessage("no complete response within 100 ms");
      }
      assertThat(peer.requests).hasValue(1);
      assertThat(peer.closedByCaller()).isTrue();
      assertThat(transport.send(get(healthy.url())).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"JDK, false", "JDK, true", "APACHE, false", "APACHE, true"})
  void reads_no_more_of_a_body_than_is_allowed(Kind kind, boolean chunked) throws Exception {
    HttpTransport transport = kind.transport.get();
    try (Peer peer = new Peer()) {
      peer.chunked = chunked;
      peer.returns(200, "x".repeat(LIMIT)).returns(200, "x".repeat(LIMIT + 1));
      assertThat(transport.send(get(peer.url())).body()).hasSize(LIMIT);
      assertThatThrownBy(() -> transport.send(get(peer.url())))
          .isInstanceOf(ResponseTooLargeException.class)
          .hasMessage("larger than 1000 bytes");
    }
  }

  @ParameterizedTest
  @EnumSource
  void says_that_nobody_listens(Kind kind) {
    assertThat(failure(kind, BrokenPeer.nobody()).reason())
        .isEqualTo(ConnectionFailedException.Reason.REFUSED);
  }

  @ParameterizedTest
  @EnumSource
  void says_that_there_is_no_such_host(Kind kind) {
    assertThat(failure(kind, "http://toys.invalid").reason())
        .isEqualTo(ConnectionFailedException.Reason.UNKNOWN_HOST);
  }

  @ParameterizedTest
  @EnumSource
  void says_that_a_certificate_is_not_trusted(Kind kind, @TempDir Path folder) throws Exception {
    try (UntrustedPeer peer = new UntrustedPeer(folder)) {
      ConnectionFailedException failure = failure(kind, peer.url());
      assertThat(failure.reason()).isEqualTo(ConnectionFailedException.Reason.TLS);
      assertThat(failure.isTransient()).isFalse();
      assertThat(failure).hasMessageContaining("PKIX path building failed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tells_a_broken_connection_from_one_that_was_never_made(Kind kind) throws Exception {
    try (BrokenPeer peer = new BrokenPeer(Fault.HANG_UP)) {
      assertThatThrownBy(() -> kind.transport.get().send(request(HttpMethod.PUT, peer.url(), LONG)))
          .isInstanceOf(IOException.class)
          .isNotInstanceOfAny(ConnectionFailedException.class, HttpTimeoutException.class);
      assertThat(peer.requests).hasValue(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keeps_its_connection(Kind kind) throws Exception {
    HttpTransport transport = kind.transport.get();
    try (BrokenPeer peer = new BrokenPeer(Fault.FORGET)) {
      transport.send(get(peer.url()));
      transport.send(get(peer.url()));
      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_connection_that_was_closed_meanwhile_costs_no_wait(Kind kind) throws Exception {
    FakeClock clock = new FakeClock();
    try (BrokenPeer peer = new BrokenPeer(Fault.FORGET)) {
      ClientSettings settings =
          ClientSettings.of(peer.url())
              .transport(kind.transport.get())
              .retryBudget(RetryBudget.ofPercent(1));
      ToyApi toys = ToyClient.of(settings, clock);
      toys.deleteToy();
      peer.forgetConnections();
      toys.deleteToy();
      assertThat(peer.requests).hasValue(2);
      assertThat(clock.waits).allMatch(Duration::isZero);
    }
  }

  @Test
  void takes_no_client_that_sends_tokens_elsewhere() {
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    assertThatThrownBy(() -> new JdkHttpTransport(client))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Give an HttpClient that never follows redirects");
  }

  private static ConnectionFailedException failure(Kind kind, String url) {
    return catchThrowableOfType(
        ConnectionFailedException.class,
        () -> kind.transport.get().send(request(HttpMethod.PUT, url, LONG)));
  }

  private static TransportRequest get(String url) {
    return new TransportRequest(
        "get", HttpMethod.GET, URI.create(url), new HttpHeaders(), null, LONG, LIMIT);
  }

  private static TransportRequest request(HttpMethod method, String url, Duration timeout) {
    byte[] body = "body".getBytes(StandardCharsets.UTF_8);
    return new TransportRequest(
        "put", method, URI.create(url), new HttpHeaders(), body, timeout, LIMIT);
  }
}

package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.contractshop.client.Peer.Request;
import org.contractshop.client.transport.HttpTransport;
import org.contractshop.client.transport.TransportResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class RequestTest {
  private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl";

  @AutoClose private final Peer peer = new Peer();

  @Test
  void says_who_it_is_and_which_spec_it_knows() {
    peer.returns(204, "");
    toys(settings()).deleteToy();
    assertThat(request().header("User-agent")).isEqualTo("toy-client/1.2.0 spec/1a2b3c4d5e6f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/shop", "/shop/", "/a%20shop"})
  void appends_to_the_base_url(String path) {
    peer.returns(200, ToyClient.BALL_JSON);
    toys(ClientSettings.of(peer.url() + path)).getToy("a b/c?d");
    assertThat(request().uri()).isEqualTo(path.replaceAll("/$", "") + "/toys/a%20b%2Fc%3Fd");
  }

  @Test
  void writes_numbers_exactly() {
    peer.returns(200, "[]");
    toys(settings()).listToys(new BigDecimal("0.10"));
    toys(settings()).addToy(new Toy(1, "Ball", new BigDecimal("1E+3")));
    assertThat(peer.requests.get(0).uri()).isEqualTo("/toys?maxPrice=0.10");
    assertThat(peer.requests.get(1).body()).contains("\"price\":1000");
  }

  @Test
  void writes_values_into_urls_as_json_would() {
    peer.returns(200, "[]");
    OffsetDateTime since = OffsetDateTime.parse("2026-01-15T09:30:00+01:00");
    toys(settings()).findToys(ToyApi.Colour.DARK_RED, since);
    assertThat(request().uri())
        .isEqualTo("/toys?colour=dark-red&since=2026-01-15T09%3A30%3A00%2B01%3A00");
    toys(settings()).listToys(new BigDecimal("1E+2"));
    assertThat(peer.requests.get(1).uri()).isEqualTo("/toys?maxPrice=100");
  }

  @Test
  void makes_up_a_key_for_each_call_and_keeps_it_when_it_repeats() {
    peer.returns(503).returns(503).returns(201, "");
    ToyApi toys = toys(settings());
    toys.orderToy(ToyClient.BALL);
    toys.orderToy(ToyClient.BALL);
    List<String> keys = peer.requests.stream().map(it -> it.header("Idempotency-key")).toList();
    assertThat(keys).hasSize(4);
    assertThat(UUID.fromString(keys.get(0))).hasToString(keys.get(0));
    assertThat(keys.subList(1, 3)).containsOnly(keys.get(0));
    assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
  }

  @Test
  void sends_the_key_of_the_caller() {
    peer.returns(503).returns(201, "");
    toys(settings()).orderToy(ToyClient.BALL, new ToyOptions().idempotencyKey("my-key"));
    assertThat(peer.requests)
        .extracting(it -> it.headers().get("Idempotency-key"))
        .containsExactly(List.of("my-key"), List.of("my-key"));
  }

  @Test
  void leaves_out_what_the_caller_left_out() {
    peer.returns(201, "");
    ToyOptions red = new ToyOptions().colours(List.of(ToyApi.Colour.DARK_RED));
    toys(settings()).orderToy(ToyClient.BALL, red);
    toys(settings()).orderToy(ToyClient.BALL, red.colours(null));
    assertThat(peer.requests)
        .extracting(Request::uri)
        .containsExactly("/orders?colour=dark-red", "/orders");
    assertThat(red)
        .isEqualTo(new ToyOptions().colours(List.of(ToyApi.Colour.DARK_RED)))
        .isNotEqualTo(red.idempotencyKey("key"))
        .hasToString("ToyOptions[colour=[dark-red]]");
  }

  @Test
  void sends_no_key_with_an_operation_that_takes_none() {
    peer.returns(201, "");
    toys(settings()).addToy(ToyClient.BALL);
    assertThat(request().header("Idempotency-key")).isNull();
  }

  @Test
  void asks_for_a_token_before_each_attempt() {
    peer.returns(503).returns(200, ToyClient.BALL_JSON);
    Iterator<String> tokens = List.of("first", "second").iterator();
    toys(settings().token(tokens::next)).getToy("1");
    assertThat(peer.requests)
        .extracting(it -> it.header("Authorization"))
        .containsExactly("Bearer first", "Bearer second");
  }

  @Test
  void is_anonymous_without_a_token() {
    peer.returns(200, ToyClient.BALL_JSON);
    toys(settings()).getToy("1");
    toys(settings().token(() -> null)).getToy("1");
    assertThat(peer.requests).extracting(it -> it.header("Authorization")).containsOnlyNulls();
  }

  @Test
  void shows_the_token_only_to_operations_that_need_one() {
    peer.returns(201, "");
    toys(settings().token(() -> TOKEN)).addToy(ToyClient.BALL);
    assertThat(request().header("Authorization")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer " + TOKEN, TOKEN + "\r\nX: y", "töken"})
  void refuses_what_is_no_token(String token) {
    assertThatThrownBy(() -> toys(settings().token(() -> token)).getToy("1"))
        .isInstanceOf(ClientException.class)
        .hasMessageStartingWith("The token supplier gave something that is no bearer token")
        .hasMessageNotContaining(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 503})
  void tells_nobody_the_token_when_it_fails(int status) {
    peer.returns(status);
    Throwable failure = catchThrowable(() -> toys(settings().token(() -> TOKEN)).getToy("1"));
    assertThat(failure).isInstanceOf(ProblemException.class);
    assertThat(failure.toString()).doesNotContain(TOKEN);
    assertThat(settings().token(() -> TOKEN).toString()).doesNotContain(TOKEN);
  }

  @Test
  void sends_headers_of_the_caller() {
    peer.returns(503).returns(204, "");
    Iterator<String> traces = List.of("first", "second").iterator();
    toys(settings().header("X-Team", "gifts").header("traceparent", traces::next)).deleteToy();
    assertThat(peer.requests)
        .extracting(it -> it.header("X-team") + " " + it.header("Traceparent"))
        .containsExactly("gifts first", "gifts second");
    peer.requests.clear();
    toys(settings().header("traceparent", () -> null)).deleteToy();
    assertThat(request().header("Traceparent")).isNull();
  }

  @Test
  void passes_through_the_interceptors_at_each_attempt() {
    peer.returns(503).returns(204, "");
    List<String> seen = new ArrayList<>();
    ClientSettings settings =
        settings()
            .interceptor((request, next) -> next.send(request.withHeader("X-Inner", "yes")))
            .interceptor(
                (request, next) -> {
                  TransportResponse response = next.send(request);
                  seen.add(request.operation() + " " + request + " " + response.status());
                  return response;
                });
    toys(settings).deleteToy();
    String request = "deleteToy DELETE " + peer.url() + "/toys/1 ";
    assertThat(seen).containsExactly(request + 503, request + 204);
    assertThat(peer.requests).allMatch(it -> it.header("X-inner").equals("yes"));
  }

  @Test
  void goes_through_the_transport_of_the_caller() {
    List<String> sent = new ArrayList<>();
    HttpTransport transport =
        request -> {
          sent.add(request.toString());
          return new TransportResponse(204, new HttpHeaders(), new byte[0]);
        };
    toys(settings().transport(transport)).deleteToy();
    assertThat(sent).containsExactly("DELETE " + peer.url() + "/toys/1");
  }

  private Request request() {
    return peer.requests.get(0);
  }

  private ClientSettings settings() {
    return ClientSettings.of(peer.url());
  }

  private static ToyApi toys(ClientSettings settings) {
    return ToyClient.of(settings, new FakeClock());
  }
}

package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.contractshop.client.BrokenPeer.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private final FakeClock clock = new FakeClock();
  @AutoClose private final Peer peer = new Peer();

  private enum Operation {
    GET(toys -> toys.getToy("1"), true),
    PUT(toys -> toys.putToy(ToyClient.BALL), true),
    DELETE(ToyApi::deleteToy, true),
    POST_WITH_KEY(toys -> toys.orderToy(ToyClient.BALL), true),
    IDEMPOTENT_POST(ToyApi::repairToy, true),
    POST(toys -> toys.addToy(ToyClient.BALL), false),
    PATCH(toys -> toys.patchToy(ToyClient.BALL), false),
    PATCH_WITH_KEY(toys -> toys.renameToy(ToyClient.BALL, new ToyOptions()), true);

    private final Consumer<ToyApi> call;
    private final boolean repeatable;

    Operation(Consumer<ToyApi> call, boolean repeatable) {
      this.call = call;
      this.repeatable = repeatable;
    }
  }

  static Stream<Arguments> operationsAndTransientErrors() {
    return Stream.of(Operation.values())
        .flatMap(operation -> Stream.of(429, 502, 503, 504).map(it -> Arguments.of(operation, it)));
  }

  @ParameterizedTest
  @MethodSource("operationsAndTransientErrors")
  void repeats_after_a_transient_error_what_may_be_done_twice(Operation operation, int status) {
    peer.returns(status).returns(200, ToyClient.BALL_JSON);
    if (operation.repeatable) {
      operation.call.accept(toys());
      assertThat(peer.requests).hasSize(2);
    } else {
      assertThat(problem(operation).status()).isEqualTo(status);
      assertThat(peer.requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 409, 422, 500, 501})
  void does_not_repeat_after_an_error_that_stays(int status) {
    peer.returns(status);
    assertThat(problem(Operation.GET).status()).isEqualTo(status);
    assertThat(peer.requests).hasSize(1);
  }

  @Test
  void repeats_while_the_first_request_with_its_key_is_running() {
    peer.returns(409, "{}", Map.of("Retry-After", "1")).returns(201, "");
    Operation.POST_WITH_KEY.call.accept(toys());
    assertThat(peer.requests).hasSize(2);
    assertThat(clock.waits).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void ends_with_the_last_answer() {
    peer.returns(503).returns(502).returns(504);
    assertThat(problem(Operation.GET).status()).isEqualTo(504);
    assertThat(peer.requests).hasSize(3);
  }

  @Test
  void waits_longer_from_retry_to_retry_and_never_the_same() {
    peer.returns(503);
    clock.jitter = 0.25;
    problem(Operation.GET);
    assertThat(clock.waits).containsExactly(Duration.ofMillis(25), Duration.ofMillis(50));
  }

  @Test
  void waits_as_many_seconds_as_it_was_asked_to() {
    peer.returns(503, "", Map.of("Retry-After", "2")).returns(200, ToyClient.BALL_JSON);
    Operation.GET.call.accept(toys());
    assertThat(clock.waits).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void waits_until_the_date_that_it_was_asked_to() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            FakeClock.NOW.plusSeconds(3).atOffset(ZoneOffset.UTC));
    peer.returns(503, "", Map.of("Retry-After", date)).returns(200, ToyClient.BALL_JSON);
    Operation.GET.call.accept(toys());
    assertThat(clock.waits).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void fails_at_once_when_it_is_asked_to_wait_longer_than_it_may() {
    peer.returns(503, "", Map.of("Retry-After", "60"));
    assertThat(problem(Operation.GET).retryAfter()).contains(Duration.ofMinutes(1));
    assertThat(peer.requests).hasSize(1);
    assertThat(clock.waits).isEmpty();
  }

  @Test
  void does_not_forget_that_an_earlier_attempt_may_have_been_done() {
    peer.returns(504);
    clock.whileAsleep = peer::close;
    NoResponseException failure = noResponse(toys());
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(failure).hasMessageContaining("It is not known whether it was executed");
  }

  @Test
  void an_interrupted_wait_does_not_mean_that_something_was_done() {
    clock.whileAsleep = Thread.currentThread()::interrupt;
    NoResponseException failure = noResponse(toys(ClientSettings.of(BrokenPeer.nobody())));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.outcomeUnknown()).isFalse();
    assertThat(failure).hasMessageContaining("interrupted");
  }

  private static NoResponseException noResponse(ToyApi toys) {
    return catchThrowableOfType(NoResponseException.class, () -> toys.orderToy(ToyClient.BALL));
  }

  @ParameterizedTest
  @EnumSource
  void repeats_anything_that_did_not_get_through(Operation operation) {
    NoResponseException failure =
        catchThrowableOfType(
            NoResponseException.class,
            () -> operation.call.accept(toys(ClientSettings.of(BrokenPeer.nobody()))));
    assertThat(failure.outcomeUnknown()).isFalse();
    assertThat(failure)
        .hasMessageContaining("got no response: 3 attempts in ")
        .hasMessageContaining(" ms, connection refused. ");
  }

  @Test
  void says_that_a_host_is_unknown() {
    assertThatThrownBy(() -> toys(ClientSettings.of("http://toys.invalid")).deleteToy())
        .isInstanceOf(NoResponseException.class)
        .hasMessageEndingWith(" ms, no such host. It was not executed.");
  }

  @ParameterizedTest
  @EnumSource
  void repeats_what_may_have_arrived_only_if_it_may_be_done_twice(Operation operation)
      throws IOException {
    try (BrokenPeer broken = new BrokenPeer(Fault.HANG_UP)) {
      NoResponseException failure =
          catchThrowableOfType(
              NoResponseException.class,
              () -> operation.call.accept(toys(ClientSettings.of(broken.url()))));
      // The JDK repeats a GET itself when the connection breaks.
      int perAttempt = operation == Operation.GET ? 2 : 1;
      assertThat(broken.requests).hasValue(operation.repeatable ? 3 * perAttempt : 1);
      assertThat(failure.outcomeUnknown()).isEqualTo(operation != Operation.GET);
    }
  }

  @Test
  void does_not_repeat_without_retries() {
    peer.returns(503);
    assertThatThrownBy(() -> toys(ClientSettings.of(peer.url()).retries(0)).getToy("1"))
        .isInstanceOf(ProblemException.class);
    assertThat(peer.requests).hasSize(1);
  }

  private ProblemException problem(Operation operation) {
    return catchThrowableOfType(ProblemException.class, () -> operation.call.accept(toys()));
  }

  private ToyApi toys() {
    return toys(ClientSettings.of(peer.url()));
  }

  private ToyApi toys(ClientSettings settings) {
    return ToyClient.of(settings, clock);
  }
}

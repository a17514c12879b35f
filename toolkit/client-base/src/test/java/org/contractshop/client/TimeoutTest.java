package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.contractshop.client.BrokenPeer.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TimeoutTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final FakeClock clock = new FakeClock();
  @AutoClose private BrokenPeer peer;

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"HANG", "DRIP"})
  void breaks_each_attempt_off_that_takes_too_long(Fault fault) throws IOException {
    peer = new BrokenPeer(fault);
    NoResponseException failure =
        failure(settings().readTimeout(SHORT).totalTimeout(LONG), toys -> toys.getToy("1"));
    assertThat(peer.requests).hasValue(3);
    assertThat(failure)
        .hasMessageStartingWith("GET " + peer.url() + "/toys/1 got no response: 3 attempts in ")
        .hasMessageEndingWith(" ms, no complete response within 100 ms. It changes nothing.");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"HANG", "DRIP"})
  void breaks_all_off_when_the_total_time_is_over(Fault fault) throws IOException {
    peer = new BrokenPeer(fault);
    failure(settings().readTimeout(LONG).totalTimeout(SHORT), toys -> toys.getToy("1"));
    assertThat(peer.requests).hasValueBetween(0, 1);
  }

  @Test
  void says_when_it_is_not_known_whether_it_was_done() throws IOException {
    peer = new BrokenPeer(Fault.HANG);
    NoResponseException failure =
        failure(settings().readTimeout(SHORT), toys -> toys.addToy(ToyClient.BALL));
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(failure)
        .hasMessageContaining("1 attempt in ")
        .hasMessageEndingWith("It is not known whether it was executed.");
  }

  @Test
  void tells_the_key_to_repeat_it_with() throws IOException {
    peer = new BrokenPeer(Fault.HANG);
    NoResponseException failure =
        failure(
            settings().readTimeout(SHORT).retries(0),
            toys -> toys.orderToy(ToyClient.BALL, new ToyOptions().idempotencyKey("my-key")));
    assertThat(failure.idempotencyKey()).contains("my-key");
  }

  @Test
  void stays_interrupted() throws IOException {
    peer = new BrokenPeer(Fault.HANG);
    Thread.currentThread().interrupt();
    NoResponseException failure = failure(settings(), toys -> toys.getToy("1"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).hasMessageContaining("interrupted");
  }

  private ClientSettings settings() {
    return ClientSettings.of(peer.url());
  }

  private NoResponseException failure(ClientSettings settings, Consumer<ToyApi> call) {
    ToyApi toys = ToyClient.of(settings, clock);
    return catchThrowableOfType(NoResponseException.class, () -> call.accept(toys));
  }
}

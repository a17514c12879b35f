package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.contractshop.client.BrokenPeer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlineTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final FakeClock clock = new FakeClock();

  @Test
  void holds_for_the_work_of_its_scope_alone() {
    assertThat(Deadline.current()).isEmpty();
    Deadline deadline = Deadline.in(LONG);
    deadline.run(() -> assertThat(Deadline.current()).containsSame(deadline));
    assertThat(Deadline.current()).isEmpty();
    assertThatThrownBy(() -> deadline.run(() -> fail("on the way"))).hasMessage("on the way");
    assertThat(Deadline.current()).isEmpty();
  }

  @Test
  void can_only_be_shortened_by_an_inner_one() {
    Deadline early = Deadline.in(LONG);
    Deadline late = Deadline.in(LONG.multipliedBy(2));
    early.run(() -> late.run(() -> assertThat(Deadline.current()).containsSame(early)));
    late.run(
        () -> {
          early.run(() -> assertThat(Deadline.current()).containsSame(early));
          assertThat(Deadline.current()).containsSame(late);
        });
  }

  @Test
  void is_that_of_a_thread() {
    Deadline.in(LONG)
        .run(() -> assertThat(CompletableFuture.supplyAsync(Deadline::current).join()).isEmpty());
  }

  @Test
  void has_nothing_remaining_when_it_is_over() {
    Deadline over = Deadline.in(Duration.ofNanos(-1));
    assertThat(over.isOver()).isTrue();
    assertThat(over.remaining()).isZero();
    assertThat(Deadline.in(LONG).isOver()).isFalse();
    assertThat(Deadline.in(LONG).remaining()).isBetween(LONG.dividedBy(2), LONG);
  }

  @Test
  void ends_a_call_with_all_its_attempts() throws IOException {
    try (BrokenPeer peer = new BrokenPeer(Fault.HANG)) {
      ToyApi toys =
          ToyClient.of(ClientSettings.of(peer.url()).totalTimeout(LONG).readTimeout(LONG), clock);
      NoResponseException failure =
          catchThrowableOfType(
              NoResponseException.class,
              () -> Deadline.in(Duration.ofMillis(100)).run(() -> toys.getToy("1")));
      assertThat(failure.isTimeout()).isTrue();
    }
  }

  @Test
  void lets_no_call_begin_when_it_is_over() throws IOException {
    try (Peer peer = new Peer().returns(200, ToyClient.BALL_JSON)) {
      ToyApi toys = ToyClient.of(ClientSettings.of(peer.url()), clock);
      NoResponseException failure =
          catchThrowableOfType(
              NoResponseException.class,
              () -> Deadline.in(Duration.ZERO).run(() -> toys.addToy(ToyClient.BALL)));
      assertThat(failure.outcomeUnknown()).isFalse();
      assertThat(failure).hasMessageContaining("0 attempts in 0 ms, and no time is left");
      assertThat(peer.requests).isEmpty();
    }
  }

  @Test
  void tells_the_service_how_long_its_caller_waits() throws IOException {
    try (Peer peer = new Peer().returns(503).returns(204, "")) {
      ToyApi toys =
          ToyClient.of(ClientSettings.of(peer.url()).readTimeout(Duration.ofSeconds(2)), clock);
      toys.deleteToy();
      assertThat(peer.requests)
          .extracting(it -> it.header("Request-timeout-millis"))
          .containsExactly("2000", "2000");
      Deadline.in(Duration.ofMillis(1500)).run(toys::deleteToy);
      assertThat(Integer.parseInt(peer.requests.get(2).header("Request-timeout-millis")))
          .isBetween(1, 1500);
    }
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }
}

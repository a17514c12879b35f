package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.contractshop.client.BrokenPeer.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AsyncCallsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void a_call_completes_with_its_result() throws Exception {
    try (Peer peer = new Peer().returns(200, ToyClient.BALL_JSON)) {
      ToyApi toys = ToyClient.of(ClientSettings.of(peer.url()), new FakeClock());
      assertThat(AsyncCalls.start(() -> toys.getToy("1")).get()).isEqualTo(ToyClient.BALL);
    }
  }

  @Test
  void a_call_fails_with_the_exception_of_the_client() throws IOException {
    try (Peer peer = new Peer().returns(404, Peer.PROBLEM.formatted("toy-lost", 404))) {
      ToyApi toys = ToyClient.of(ClientSettings.of(peer.url()), new FakeClock());
      assertThatThrownBy(() -> AsyncCalls.start(() -> toys.getToy("1")).get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ToyClient.ToyLostException.class);
    }
  }

  @Test
  void a_call_keeps_the_deadline_of_its_caller() throws Exception {
    Deadline deadline = Deadline.in(LONG);
    CompletableFuture<Boolean> kept =
        deadline.call(() -> AsyncCalls.start(() -> Deadline.current().orElseThrow() == deadline));
    assertThat(kept.get()).isTrue();
  }

  @Test
  void cancelling_interrupts_a_call_that_waits_for_its_response() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (BrokenPeer peer = new BrokenPeer(Fault.HANG)) {
      ToyApi toys =
          ToyClient.of(
              ClientSettings.of(peer.url()).totalTimeout(LONG).readTimeout(LONG), new FakeClock());
      CompletableFuture<Object> call =
          AsyncCalls.start(
              () -> {
                try {
                  return toys.getToy("1");
                } finally {
                  ended.countDown();
                }
              });
      call.orTimeout(50, TimeUnit.MILLISECONDS);
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(call).isCompletedExceptionally();
    }
  }

  @Test
  void a_thread_that_ended_a_call_is_not_interrupted() throws Exception {
    CompletableFuture<Boolean> interrupted =
        AsyncCalls.start(() -> 1, Runnable::run)
            .thenApply(value -> Thread.currentThread().isInterrupted());
    assertThat(interrupted.get()).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}

package org.contractshop.order.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.contractshop.client.ClientException;
import org.contractshop.client.InvalidResponseException;
import org.contractshop.client.NoResponseException;
import org.contractshop.client.NoResponseException.Reason;
import org.contractshop.client.ProblemException;
import org.contractshop.client.ProblemResponse;
import org.contractshop.client.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircuitTest {
  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000); // about to wrap
  private final Circuit circuit = new Circuit("peer", nanoTime::get);

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_REFUSED", "CONNECTION_LOST", "CONNECT_TIMED_OUT"})
  void it_opens_when_there_are_no_connections_or_they_break(Reason reason) {
    fail(10, noResponse(reason));

    assertThat(circuit.permitsCalls()).isFalse();
    assertThatExceptionOfType(CallNotPermittedException.class)
        .isThrownBy(() -> circuit.call(() -> "never called"));
  }

  @Test
  void it_opens_when_nonsense_comes_back() {
    fail(10, new InvalidResponseException("a page", true));

    assertThat(circuit.permitsCalls()).isFalse();
  }

  @Test
  void it_opens_when_the_peer_responds_to_nothing_any_more() {
    succeed();
    timeOut(2);
    pass(Duration.ofSeconds(3));
    timeOut(10);

    assertThat(circuit.permitsCalls()).isFalse();
  }

  @Test
  void a_burst_that_gets_no_response_in_time_does_not_open_it() {
    succeed();
    pass(Duration.ofHours(1));
    timeOut(100);

    assertThat(circuit.permitsCalls()).isTrue();
  }

  @Test
  void a_peer_that_is_slow_but_responds_to_others_is_not_down() {
    for (int call = 0; call < 40; call++) {
      assertThatThrownBy(
              () ->
                  circuit.call(
                      () -> {
                        pass(Duration.ofSeconds(1));
                        succeed(); // another call, meanwhile
                        throw noResponse(Reason.TIMED_OUT);
                      }))
          .isInstanceOf(NoResponseException.class);
    }

    assertThat(circuit.permitsCalls()).isTrue();
  }

  @Test
  void a_peer_that_responds_with_an_error_is_not_down() {
    Problem problem = new Problem();
    problem.setStatus(503);
    fail(40, new ProblemException(ProblemResponse.of(problem)));

    assertThat(circuit.permitsCalls()).isTrue();
  }

  @Test
  void it_tries_again_after_two_seconds_of_a_clock_that_never_jumps() {
    fail(10, noResponse(Reason.CONNECTION_REFUSED));

    pass(Duration.ofMillis(1_900));
    assertThat(circuit.permitsCalls()).isFalse();
    pass(Duration.ofMillis(200));
    assertThat(circuit.permitsCalls()).isTrue();
    for (int call = 0; call < 3; call++) {
      succeed();
    }
    assertThat(circuit.permitsCalls()).isTrue();
  }

  @Test
  void asking_whether_calls_are_permitted_uses_no_permission_up() {
    fail(10, noResponse(Reason.CONNECTION_REFUSED));
    pass(Duration.ofSeconds(3));

    for (int question = 0; question < 20; question++) {
      assertThat(circuit.permitsCalls()).isTrue();
    }
  }

  private void succeed() {
    pass(Duration.ofMillis(1));
    circuit.call(() -> "a response");
  }

  private void timeOut(int calls) {
    fail(calls, noResponse(Reason.TIMED_OUT));
  }

  private void fail(int calls, ClientException failure) {
    for (int call = 0; call < calls && circuit.permitsCalls(); call++) {
      pass(Duration.ofMillis(1));
      assertThatThrownBy(
              () ->
                  circuit.call(
                      () -> {
                        throw failure;
                      }))
          .isSameAs(failure);
    }
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private static NoResponseException noResponse(Reason reason) {
    return new NoResponseException("no response", reason, true);
  }
}

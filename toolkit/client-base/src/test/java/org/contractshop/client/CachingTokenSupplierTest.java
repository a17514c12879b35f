package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.contractshop.client.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CachingTokenSupplierTest {
  private static final Instant START = Instant.parse("2026-01-15T09:30:00Z");

  private final AtomicInteger logins = new AtomicInteger();
  private Instant now = START;
  private Supplier<String> login = this::hour;
  private final CachingTokenSupplier tokens =
      new CachingTokenSupplier(
          () -> {
            logins.incrementAndGet();
            return login.get();
          },
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void logs_in_once_for_many_calls() {
    String first = tokens.get();
    assertThat(tokens.get()).isEqualTo(first);
    now = START.plus(Duration.ofMinutes(44));
    assertThat(tokens.get()).isEqualTo(first);
    assertThat(logins).hasValue(1);
  }

  @Test
  void renews_the_token_when_a_quarter_of_its_time_is_left() {
    String first = tokens.get();
    now = START.plus(Duration.ofMinutes(45));
    assertThat(tokens.get()).isNotEqualTo(first);
    assertThat(logins).hasValue(2);
  }

  @Test
  void keeps_a_valid_token_when_the_login_fails_and_does_not_try_again_at_once() {
    String first = tokens.get();
    now = START.plus(Duration.ofMinutes(45));
    login = CachingTokenSupplierTest::fail;
    assertThat(tokens.get()).isEqualTo(first);
    assertThat(tokens.get()).isEqualTo(first);
    assertThat(logins).hasValue(2);
    now = now.plusSeconds(5);
    login = this::hour;
    assertThat(tokens.get()).isNotEqualTo(first);
  }

  @Test
  void tells_why_there_is_none_when_the_token_expired() {
    tokens.get();
    now = START.plus(Duration.ofHours(1));
    login = CachingTokenSupplierTest::fail;
    assertThatThrownBy(tokens::get).isInstanceOf(NoResponseException.class).hasMessage("down");
    login = this::hour;
    assertThat(tokens.get()).isNotNull();
  }

  @Test
  void does_not_log_in_while_the_service_asked_to_wait() {
    login =
        () -> {
          throw refusal(Duration.ofSeconds(30));
        };
    assertThatThrownBy(tokens::get).isInstanceOf(ProblemException.class);
    assertThatThrownBy(tokens::get).isInstanceOf(ProblemException.class);
    tokens.renewIfDue();
    assertThat(logins).hasValue(1);
    login = this::hour;
    now = now.plusSeconds(30);
    assertThat(tokens.get()).isNotNull();
    tokens.rejected(tokens.get());
    assertThat(tokens.get()).isNotNull();
  }

  @Test
  void does_not_wait_for_ever_because_a_service_asked_for_it() {
    login =
        () -> {
          throw refusal(Duration.ofDays(10_000));
        };
    assertThatThrownBy(tokens::get).isInstanceOf(ProblemException.class);
    login = this::hour;
    now = now.plus(Duration.ofHours(1));
    assertThat(tokens.get()).isNotNull();
  }

  private static ProblemException refusal(Duration wait) {
    return new ProblemException(
        new ProblemResponse("POST /", 429, new Problem(), wait, null, false));
  }

  @Test
  void is_renewed_ahead_of_calls_if_that_is_wanted() {
    login = CachingTokenSupplierTest::fail;
    tokens.renewIfDue();
    assertThat(logins).hasValue(1);
    now = now.plusSeconds(5);
    login = this::hour;
    tokens.renewIfDue();
    tokens.renewIfDue();
    tokens.get();
    assertThat(logins).hasValue(2);
  }

  @Test
  void logs_in_again_after_its_token_was_rejected() {
    String first = tokens.get();
    tokens.rejected("an older one");
    assertThat(tokens.get()).isEqualTo(first);
    tokens.rejected(first);
    assertThat(tokens.get()).isNotEqualTo(first);
    assertThat(logins).hasValue(2);
  }

  @Test
  void logs_in_once_for_all_who_wait() {
    CountDownLatch asked = new CountDownLatch(1);
    login =
        () -> {
          await(asked);
          return hour();
        };
    Set<String> seen = Collections.synchronizedSet(new HashSet<>());
    CompletableFuture<?>[] callers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () -> seen.add(tokens.get()), it -> new Thread(it).start()))
            .toArray(CompletableFuture[]::new);
    asked.countDown();
    CompletableFuture.allOf(callers).join();
    assertThat(seen).hasSize(1);
    assertThat(logins).hasValue(1);
  }

  @Test
  void does_not_let_a_caller_wait_for_a_login_beyond_its_deadline() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    login =
        () -> {
          begun.countDown();
          await(over);
          return hour();
        };
    CompletableFuture<String> first = CompletableFuture.supplyAsync(tokens::get);
    await(begun);
    assertThat(catchThrowable(() -> Deadline.in(Duration.ofMillis(50)).call(tokens::get)))
        .isInstanceOf(ClientException.class)
        .hasMessage("There is no token: the login takes too long");
    over.countDown();
    assertThat(first.join()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.!.c", "a.e30.c", "a.eyJleHAiOiJzb29uIn0.c", "a..c"})
  void keeps_a_token_that_does_not_say_its_expiry_for_a_minute(String token) {
    login = () -> token;
    tokens.get();
    now = START.plusSeconds(44);
    tokens.get();
    assertThat(logins).hasValue(1);
    now = START.plusSeconds(45);
    tokens.get();
    assertThat(logins).hasValue(2);
  }

  @Test
  void learns_from_a_client_that_a_token_was_rejected() throws IOException {
    try (Peer peer = new Peer().returns(401).returns(200, ToyClient.BALL_JSON)) {
      ToyApi toys = ToyClient.of(ClientSettings.of(peer.url()).token(tokens), new FakeClock());
      assertThat(catchThrowable(() -> toys.getToy("1"))).isInstanceOf(ProblemException.class);
      toys.getToy("1");
      assertThat(logins).hasValue(2);
      assertThat(peer.requests)
          .extracting(it -> it.header("Authorization"))
          .doesNotHaveDuplicates();
    }
  }

  /** Expires in an hour; none is like another. */
  private String hour() {
    String claims =
        "{\"exp\":%d,\"jti\":%d}"
            .formatted(now.plus(Duration.ofHours(1)).getEpochSecond(), logins.get());
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  private static String fail() {
    throw new NoResponseException("down", NoResponseException.Reason.CONNECTION_REFUSED, false);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException exception) {
      throw new IllegalStateException(exception);
    }
  }
}

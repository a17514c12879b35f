package org.contractshop.product.read;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReadsTest {
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final Semaphore gate = new Semaphore(0);
  private final AtomicInteger database = new AtomicInteger(1);
  private final List<Set<Integer>> queries = Collections.synchronizedList(new ArrayList<>());
  private SharedReads<Integer, Integer> reads = reads(Duration.ofSeconds(20));

  @AfterEach
  void end() {
    gate.release(100);
    callers.shutdown();
  }

  @Test
  void answersALoneCallerAtOnce() throws Exception {
    gate.release();
    assertThat(ask(7).get(5, SECONDS)).isEqualTo(1);
    assertThat(queries).containsExactly(Set.of(7));
  }

  @Test
  void gathersThoseWhoAskDuringAQuery() throws Exception {
    var first = askAndHoldUp(1);
    var second = ask(2);
    var third = ask(3);
    awaitAsked();
    gate.release(2);
    assertThat(first.get(5, SECONDS)).isEqualTo(1);
    assertThat(second.get(5, SECONDS)).isEqualTo(1);
    assertThat(third.get(5, SECONDS)).isEqualTo(1);
    assertThat(queries).containsExactly(Set.of(1), Set.of(2, 3));
  }

  @Test
  void neverAnswersFromAQueryThatBeganEarlier() throws Exception {
    var first = askAndHoldUp(1);
    database.set(2); // somebody writes, and then asks for the same
    var second = ask(1);
    awaitAsked();
    gate.release(2);
    assertThat(first.get(5, SECONDS)).isEqualTo(1);
    assertThat(second.get(5, SECONDS)).isEqualTo(2);
  }

  @Test
  void answersNothingForWhatDoesNotExist() throws Exception {
    gate.release();
    assertThat(ask(-1).get(5, SECONDS)).isNull();
  }

  @Test
  void tellsAllOfABatchAboutAFailureAndGoesOn() throws Exception {
    var first = askAndHoldUp(1);
    var failing = ask(0);
    var beside = ask(2);
    awaitAsked();
    gate.release(3);
    assertThat(first.get(5, SECONDS)).isEqualTo(1);
    for (var each : List.of(failing, beside)) {
      assertThatThrownBy(() -> each.get(5, SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ArithmeticException.class);
    }
    assertThat(ask(3).get(5, SECONDS)).isEqualTo(1);
  }

  @Test
  void waitsOnlySoLongForItsTurn() {
    reads = reads(Duration.ofMillis(50));
    askAndHoldUp(1);
    var second = ask(2);
    assertThatThrownBy(() -> second.get(5, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ReadTimeoutException.class);
    assertThat(queries).containsExactly(Set.of(1));
  }

  private SharedReads<Integer, Integer> reads(Duration timeout) {
    return new SharedReads<>(key -> "all", this::query, 1, timeout);
  }

  /** Takes a snapshot when it begins, and ends when the gate lets it. */
  private Map<Integer, Integer> query(Set<Integer> keys) {
    int snapshot = database.get();
    queries.add(Set.copyOf(keys));
    gate.acquireUninterruptibly();
    Map<Integer, Integer> found = new HashMap<>();
    for (int key : keys) {
      if (key >= 0) {
        found.put(key, snapshot * key / key);
      }
    }
    return found;
  }

  private final List<Thread> asking = Collections.synchronizedList(new ArrayList<>());

  private CompletableFuture<Integer> ask(int key) {
    return CompletableFuture.supplyAsync(
        () -> {
          asking.add(Thread.currentThread());
          return reads.get(key);
        },
        callers);
  }

  private CompletableFuture<Integer> askAndHoldUp(int key) {
    var answer = ask(key);
    await().until(() -> !queries.isEmpty());
    return answer;
  }

  /** Waits until everybody who asked waits for the query, or for the turn. */
  private void awaitAsked() {
    Set<Thread.State> waiting = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
    await()
        .until(
            () ->
                queries.size() == 1
                    && gate.getQueueLength() == 1
                    && asking.stream().allMatch(thread -> waiting.contains(thread.getState())));
  }
}

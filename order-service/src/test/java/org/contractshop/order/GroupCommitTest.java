package org.contractshop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.contractshop.base.OutcomeUnknownException;
import org.contractshop.base.admission.OverloadedException;
import org.contractshop.base.admission.RequestDeadline;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class GroupCommitTest {
  private final List<List<Integer>> committed = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstRuns = new CountDownLatch(1);
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final GroupCommit<Integer, String> commits = new GroupCommit<>(3, this::commit);

  private List<String> commit(List<Integer> writes, RequestDeadline deadline) {
    committed.add(writes);
    if (writes.contains(0)) {
      firstRuns.countDown();
      await(firstMayEnd);
    }
    if (writes.contains(13)) {
      throw new DataIntegrityViolationException("13");
    }
    if (writes.contains(404)) {
      throw new DataAccessResourceFailureException("no database");
    }
    return writes.stream().map(String::valueOf).toList();
  }

  @Test
  void a_lone_write_is_committed_at_once_by_its_own_thread() {
    Thread[] thread = new Thread[1];
    GroupCommit<Integer, Integer> alone =
        new GroupCommit<>(
            3,
            (writes, deadline) -> {
              thread[0] = Thread.currentThread();
              return writes;
            });

    assertThat(alone.submit(7, in(Duration.ofSeconds(20)))).isEqualTo(7);
    assertThat(thread[0]).isSameAs(Thread.currentThread());
  }

  @Test
  void writes_that_arrive_during_a_commit_share_the_next_ones_in_their_order() {
    CompletableFuture<String> first = submit(0);
    await(firstRuns);
    List<CompletableFuture<String>> others =
        IntStream.rangeClosed(1, 5).mapToObj(this::submitAndWaitInLine).toList();
    firstMayEnd.countDown();

    assertThat(first.join()).isEqualTo("0");
    assertThat(others.stream().map(CompletableFuture::join))
        .containsExactly("1", "2", "3", "4", "5");
    assertThat(committed).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5));
  }

  @Test
  void a_write_that_the_database_refuses_fails_alone() {
    CompletableFuture<String> first = submit(0);
    await(firstRuns);
    List<CompletableFuture<String>> others =
        List.of(submitAndWaitInLine(1), submitAndWaitInLine(13), submitAndWaitInLine(2));
    firstMayEnd.countDown();

    first.join();
    assertThat(others.get(0).join()).isEqualTo("1");
    assertThat(others.get(2).join()).isEqualTo("2");
    assertThat(others.get(1))
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withCauseInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void an_outage_fails_the_whole_batch_and_not_the_next_one() {
    CompletableFuture<String> first = submit(0);
    await(firstRuns);
    List<CompletableFuture<String>> others =
        IntStream.of(404, 1, 2, 3).mapToObj(this::submitAndWaitInLine).toList();
    firstMayEnd.countDown();

    first.join();
    assertThat(others.subList(0, 3))
        .allSatisfy(
            failed ->
                assertThat(failed)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(DataAccessResourceFailureException.class));
    assertThat(others.get(3).join()).isEqualTo("3");
    assertThat(committed).containsExactly(List.of(0), List.of(404, 1, 2), List.of(3));
  }

  @Test
  void a_write_whose_turn_does_not_come_in_time_is_never_made() {
    CompletableFuture<String> first = submit(0);
    await(firstRuns);

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> commits.submit(1, in(Duration.ofMillis(50))));
    firstMayEnd.countDown();
    first.join();
    assertThat(commits.submit(2, in(Duration.ofSeconds(20)))).isEqualTo("2");
    assertThat(committed).containsExactly(List.of(0), List.of(2));
  }

  @Test
  void nobody_knows_the_outcome_of_a_write_that_does_not_end_in_time() {
    CountDownLatch secondRuns = new CountDownLatch(1);
    CountDownLatch secondMayEnd = new CountDownLatch(1);
    GroupCommit<Integer, Integer> slow =
        new GroupCommit<>(
            3,
            (writes, deadline) -> {
              (writes.contains(0) ? firstRuns : secondRuns).countDown();
              await(writes.contains(0) ? firstMayEnd : secondMayEnd);
              return writes;
            });
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(() -> slow.submit(0, in(Duration.ofSeconds(20))));
    await(firstRuns);
    CompletableFuture<Integer> leader =
        CompletableFuture.supplyAsync(() -> slow.submit(1, in(Duration.ofSeconds(20))));
    Awaitility.await().until(() -> slow.waiting() == 1);
    CompletableFuture<Integer> follower =
        CompletableFuture.supplyAsync(() -> slow.submit(2, in(Duration.ofSeconds(2))));
    Awaitility.await().until(() -> slow.waiting() == 2);
    firstMayEnd.countDown();
    await(secondRuns);

    assertThat(follower)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withCauseInstanceOf(OutcomeUnknownException.class);
    secondMayEnd.countDown();
    assertThat(first.join() + leader.join()).isEqualTo(1);
  }

  private CompletableFuture<String> submit(int write) {
    return CompletableFuture.supplyAsync(() -> commits.submit(write, in(Duration.ofSeconds(20))));
  }

  private CompletableFuture<String> submitAndWaitInLine(int write) {
    int before = commits.waiting();
    CompletableFuture<String> submitted = submit(write);
    Awaitility.await().until(() -> commits.waiting() > before);
    return submitted;
  }

  private static RequestDeadline in(Duration time) {
    return RequestDeadline.within(time);
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
    }
  }
}

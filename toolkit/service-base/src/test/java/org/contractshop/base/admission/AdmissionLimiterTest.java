package org.contractshop.base.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractshop.base.admission.RequestDeadlineTest.theCallerWaits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.RequestContextHolder;

class AdmissionLimiterTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CountDownLatch done = new CountDownLatch(1);

  @AfterEach
  void stop() {
    done.countDown();
    callers.shutdown();
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void workThatFitsIsDoneAtOnce() {
    AdmissionLimiter limiter = AdmissionLimiter.fixed("work", 1, 0, LONG);

    assertThat(limiter.call(() -> "first")).isEqualTo("first");
    assertThat(limiter.call(() -> "second")).isEqualTo("second");
  }

  @Test
  void workThatFailsMakesRoomToo() {
    AdmissionLimiter limiter = AdmissionLimiter.fixed("work", 1, 0, LONG);

    assertThatThrownBy(
            () ->
                limiter.call(
                    () -> {
                      throw new IllegalStateException("work failed");
                    }))
        .hasMessage("work failed");

    assertThat(limiter.call(() -> "next")).isEqualTo("next");
    assertThat(limiter.running()).isZero();
  }

  @Test
  void whatIsOverTheLimitWaitsInOrderOfArrival() throws Exception {
    AdmissionLimiter limiter = AdmissionLimiter.fixed("work", 1, 3, LONG);
    List<Integer> order = new ArrayList<>();
    CompletableFuture<?> first = occupy(limiter);
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      int mine = number;
      waiting.add(run(() -> limiter.call(() -> order.add(mine))));
      await().until(() -> limiter.waiting() == mine);
    }

    done.countDown();

    first.get(10, TimeUnit.SECONDS);
    for (CompletableFuture<?> one : waiting) {
      one.get(10, TimeUnit.SECONDS);
    }
    assertThat(order).containsExactly(1, 2, 3);
  }

  @Test
  void whatFindsAFullQueueIsRefusedBeforeAnyWork() {
    AdmissionLimiter limiter = AdmissionLimiter.fixed("work", 1, 1, LONG);
    occupy(limiter);
    run(() -> limiter.call(() -> "waits"));
    await().until(() -> limiter.waiting() == 1);

    assertThatThrownBy(() -> limiter.call(AdmissionLimiterTest::mustNotRun))
        .isInstanceOf(OverloadedException.class);
  }

  @Test
  void workThatTakesLessThanBeforeIsNotRefusedBecauseOfThat() throws Exception {
    AdmissionLimiter limiter = AdmissionLimiter.fixed("work", 1, 1, Duration.ofSeconds(20));
    limiter.call(() -> takes(Duration.ofMillis(600)));
    CompletableFuture<?> first = occupy(limiter);
    theCallerWaits("500");
    callers.execute(done::countDown);

    assertThat(limiter.call(() -> "done in time")).isEqualTo("done in time");
    first.get(10, TimeUnit.SECONDS);
  }

  @Test
  void nobodyWaitsLongerThanTheLongestWait() {
    AdmissionLimiter limiter = AdmissionLimiter.fixed("work", 1, 1, Duration.ofMillis(20));
    occupy(limiter);

    assertThatThrownBy(() -> limiter.call(AdmissionLimiterTest::mustNotRun))
        .isInstanceOf(OverloadedException.class);
  }

  @Test
  void nobodyWaitsLongerThanTheCallerOfTheRequest() {
    AdmissionLimiter limiter = AdmissionLimiter.fixed("work", 1, 1, LONG);
    occupy(limiter);
    theCallerWaits("20");

    assertThatThrownBy(() -> limiter.call(AdmissionLimiterTest::mustNotRun))
        .isInstanceOf(OverloadedException.class);
  }

  @Test
  void whatWouldComeTooLateIsRefusedWithoutAWait() throws Exception {
    AdmissionLimiter limiter = AdmissionLimiter.fixed("work", 1, 1, Duration.ofSeconds(20));
    limiter.call(() -> takes(Duration.ofMillis(300)));
    occupy(limiter);
    theCallerWaits("100");

    long start = System.nanoTime();
    assertThatThrownBy(() -> limiter.call(AdmissionLimiterTest::mustNotRun))
        .isInstanceOf(OverloadedException.class);

    assertThat(System.nanoTime() - start).isLessThan(Duration.ofMillis(100).toNanos());
  }

  @Test
  void anAdaptiveLimitGrowsWhileTheWorkStaysFast() {
    AdmissionLimiter limiter = AdmissionLimiter.adaptive("work", 2, 50, 1_000, LONG);
    CountDownLatch all = new CountDownLatch(2_000);
    for (int thread = 0; thread < 20; thread++) {
      run(
          () -> {
            for (int i = 0; i < 100; i++) {
              limiter.call(() -> takes(Duration.ofNanos(100_000)));
              all.countDown();
            }
          });
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> all.getCount() == 0);
    assertThat(limiter.limit()).isBetween(3, 50);
  }

  private CompletableFuture<?> occupy(AdmissionLimiter limiter) {
    CompletableFuture<?> work = run(() -> limiter.call(this::untilDone));
    await().until(() -> limiter.running() == 1);
    return work;
  }

  private CompletableFuture<?> run(Runnable task) {
    return CompletableFuture.runAsync(task, callers);
  }

  private boolean untilDone() {
    try {
      return done.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException exception) {
      throw new AssertionError(exception);
    }
  }

  private static boolean takes(Duration time) {
    try {
      new CompletableFuture<>().get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException exception) {
      return true;
    } catch (Exception exception) {
      throw new AssertionError(exception);
    }
    return false;
  }

  private static String mustNotRun() {
    throw new AssertionError("The work was done");
  }
}

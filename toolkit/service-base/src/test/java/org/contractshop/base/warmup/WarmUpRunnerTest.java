package org.contractshop.base.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class WarmUpRunnerTest {
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void repeatsEveryStepThoughOneFails() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    warmUp(
        Duration.ofSeconds(20),
        service -> {
          failures.incrementAndGet();
          throw new IllegalStateException("a step that fails");
        },
        service -> runs.incrementAndGet());
    assertThat(failures).hasValueGreaterThan(100);
    assertThat(runs).hasValueGreaterThan(100);
  }

  @Test
  void endsInTimeThoughAStepHangs() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    long start = System.nanoTime();
    warmUp(Duration.ofMillis(100), service -> never.await());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void preparesEveryStepOnceBeforeTheFirstRuns() throws Exception {
    List<Integer> runsBefore = new CopyOnWriteArrayList<>();
    warmUp(
        Duration.ofSeconds(20),
        service -> runs.incrementAndGet(),
        new WarmUp() {
          @Override
          public void prepare() {
            runsBefore.add(runs.get());
          }

          @Override
          public void run(Loopback service) {}
        });
    assertThat(runsBefore).containsExactly(0);
  }

  @Test
  void doesNothingWhenItIsTurnedOff() throws Exception {
    warmUp(Duration.ZERO, service -> runs.incrementAndGet());
    assertThat(runs).hasValue(0);
  }

  private static void warmUp(Duration limit, WarmUp... steps) throws Exception {
    new WarmUpRunner(
            List.of(steps),
            limit,
            () -> new Loopback(URI.create("http://localhost:1"), role -> "none"))
        .run(new DefaultApplicationArguments());
  }
}

package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.contractshop.base.NotFoundException;
import org.contractshop.base.admission.OverloadedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class ProductWritesTest {
  private static final int CALLERS = 100;

  /** Two at work, and those who wait for that. */
  private static final int PLACES = 62;

  /** After which those who found a place are refused too. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final CountDownLatch free = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicLong quickest = new AtomicLong(Long.MAX_VALUE);
  private final ProductWrites writes =
      new ProductWrites(
          new LockedProduct(),
          new IdempotencyKeyRepository(new JdbcTemplate()),
          new TransactionTemplate());

  /** Whoever writes it waits. */
  private final class LockedProduct extends ProductRepository {
    LockedProduct() {
      super(new JdbcTemplate());
    }

    @Override
    Optional<Product> decrement(long id, int pieces) {
      begun.incrementAndGet();
      try {
        free.await();
      } catch (InterruptedException exception) {
        Thread.currentThread().interrupt();
      }
      return Optional.empty();
    }

    @Override
    Optional<Product> find(long id) {
      return Optional.empty();
    }
  }

  @AfterEach
  void end() {
    free.countDown();
    callers.shutdownNow();
  }

  @Test
  void areRefusedAtOnceAndBeforeTheyBeginIfThereAreTooMany() {
    for (int caller = 0; caller < CALLERS; caller++) {
      callers.execute(this::take);
    }
    await().until(() -> refused.get() >= CALLERS - PLACES);
    assertThat(Duration.ofNanos(quickest.get())).isLessThan(LONGEST_WAIT);
    assertThat(begun).hasValue(2);
  }

  private void take() {
    long start = System.nanoTime();
    try {
      writes.decrement(1, 1, null);
    } catch (OverloadedException exception) {
      quickest.accumulateAndGet(System.nanoTime() - start, Math::min);
      refused.incrementAndGet();
    } catch (NotFoundException exception) {
      // its turn came at the end
    }
  }
}

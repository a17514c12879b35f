package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractshop.product.read.ReadTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class CatalogueTest {
  private static final int CALLERS = 40;
  private static final int HALF_OF_THE_POOL = 5;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final CountDownLatch thawed = new CountDownLatch(1);
  private final AtomicInteger queries = new AtomicInteger();
  private final AtomicInteger gaveUp = new AtomicInteger();
  private final Catalogue catalogue = new Catalogue(new FrozenProducts());

  /** Whose queries do not end. */
  private final class FrozenProducts extends ProductRepository {
    FrozenProducts() {
      super(new JdbcTemplate());
    }

    @Override
    List<Product> find(Collection<Long> ids) {
      return query();
    }

    @Override
    List<Product> list(ProductQuery query) {
      return query();
    }

    private List<Product> query() {
      queries.incrementAndGet();
      try {
        thawed.await();
      } catch (InterruptedException exception) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    }
  }

  @AfterEach
  void end() {
    thawed.countDown();
    callers.shutdownNow();
  }

  @Test
  void leavesHalfOfTheConnectionsToReservationsHoweverManyRead() {
    for (int caller = 0; caller < CALLERS; caller++) {
      int number = caller;
      callers.execute(() -> read(number));
      await().until(() -> queries.get() > Math.min(number, HALF_OF_THE_POOL - 1));
    }
    await().until(() -> gaveUp.get() == CALLERS - HALF_OF_THE_POOL);
    assertThat(queries).hasValue(HALF_OF_THE_POOL);
  }

  private void read(int number) {
    try {
      if (number < 2 || number > 20) {
        catalogue.find(number);
      } else {
        catalogue.list(new ProductQuery(ProductFilter.NONE, number, 20));
      }
    } catch (ReadTimeoutException exception) {
      gaveUp.incrementAndGet();
    }
  }
}

package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.contractshop.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever wrote reads what was written, through whichever instance, while many others read. */
class FreshReadsTest extends ServiceTest {
  private static final int WRITERS = 6;
  private static final int READERS = 10;
  private static final int WRITES = 100;

  @Autowired private ProductRepository products;
  private final AtomicInteger busyWriters = new AtomicInteger(WRITERS);

  @Test
  void showEveryWriteToItsWriterInBothInstances() throws Exception {
    database
        .sql(
            """
            INSERT INTO product (name, price, stock, category)
            SELECT 'Product', 1, 1000, 'all' FROM generate_series(1, ?)
            """)
        .param(WRITERS)
        .update();
    List<Catalogue> instances = List.of(new Catalogue(products), new Catalogue(products));
    Together.run(
        WRITERS + READERS,
        number ->
            number < WRITERS ? writer(4 + number, instances) : reader(instances.get(number % 2)));
  }

  private Callable<Boolean> writer(long id, List<Catalogue> instances) {
    return () -> {
      try {
        for (int write = 0; write < WRITES; write++) {
          int stock = products.decrement(id, 1).orElseThrow().stock();
          Catalogue other = instances.get(write % 2);
          assertThat(other.find(id).orElseThrow().content().stock()).isEqualTo(stock);
          assertThat(other.list(new ProductQuery(ProductFilter.NONE, id - 1, 1)).content())
              .extracting(Product::stock)
              .containsExactly(stock);
        }
      } finally {
        busyWriters.decrementAndGet();
      }
      return true;
    };
  }

  /** Keeps queries under way, for all products and for the lists that the writers read. */
  private Callable<Boolean> reader(Catalogue catalogue) {
    return () -> {
      while (busyWriters.get() > 0) {
        LongStream.rangeClosed(4, 3 + WRITERS)
            .forEach(
                id -> {
                  catalogue.find(id);
                  catalogue.list(new ProductQuery(ProductFilter.NONE, id - 1, 1));
                });
      }
      return true;
    };
  }
}

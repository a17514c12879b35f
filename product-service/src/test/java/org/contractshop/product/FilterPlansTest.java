package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a page costs in a large catalogue, in blocks of the table and its indexes. */
class FilterPlansTest extends ServiceTest {
  private static final int PRODUCTS = 200_000;
  private static final int BATCH = 2_000;
  private static final int PAGE = 101;

  /** The smallest index has more than 500 blocks, the table more than 2,000. */
  private static final int MOST_BLOCKS = 50;

  /** More than after which PostgreSQL may settle for one plan for all values. */
  private static final int REPEATS = 10;

  @Autowired private ProductRepository products;
  @Autowired private TransactionTemplate transaction;

  private record Page(ProductQuery query, int rows) {}

  private static final List<Page> PAGES =
      List.of(
          page(null, null, null, 0, PAGE),
          page(null, null, null, 150_000, PAGE),
          page(null, "999999", null, 0, 0),
          page(null, null, "0.01", 0, 0),
          page(null, "1", null, 0, PAGE),
          page(null, "1", "999999", 150_000, PAGE),
          page("rare", null, null, 0, 5),
          page("none", null, null, 0, 0),
          page("common", null, null, 100_000, PAGE),
          page("common", "999999", null, 0, 0),
          page("common", "1", null, 0, PAGE),
          page("rare", "1", "999999", 0, 5),
          page("one of fifty: 7", "500", "504", 0, 20),
          page("common", "1", "999999", 0, PAGE)); // the plan of the one before reads all

  @Test
  void readsFewBlocksAndNoWholeIndex() {
    fill();
    for (Page page : PAGES) {
      long read =
          transaction.execute(
              status -> {
                long before = blocksRead();
                for (int repeat = 0; repeat < REPEATS; repeat++) {
                  assertThat(products.list(page.query())).as("%s", page).hasSize(page.rows());
                }
                return blocksRead() - before;
              });
      assertThat(read / REPEATS).as("blocks read for %s", page).isLessThan(MOST_BLOCKS);
    }
  }

  private static Page page(
      @Nullable String category,
      @Nullable String minPrice,
      @Nullable String maxPrice,
      long after,
      int rows) {
    ProductFilter filter =
        new ProductFilter(
            category,
            minPrice == null ? null : new BigDecimal(minPrice),
            maxPrice == null ? null : new BigDecimal(maxPrice));
    return new Page(new ProductQuery(filter, after, PAGE), rows);
  }

  private void fill() {
    for (int first = 1; first < PRODUCTS; first += BATCH) { // a statement may take only so long
      database
          .sql(
              """
              INSERT INTO product (name, price, stock, category)
              SELECT 'Product', 5 + number / 100 % 500, 1,
                     CASE WHEN number % (? / 5) = 0 THEN 'rare'
                          WHEN number % 2 = 0 THEN 'common'
                          ELSE 'one of fifty: ' || number % 100 END
              FROM generate_series(?, ?) AS number
              """)
          .params(PRODUCTS, first, first + BATCH - 1)
          .update();
    }
    database.sql("ANALYZE product").update();
  }

  /** Of the current transaction. */
  private long blocksRead() {
    return database
        .sql(
            """
            SELECT sum(pg_stat_get_xact_blocks_fetched(oid)) FROM pg_class
            WHERE relname LIKE 'product%'
            """)
        .query(Long.class)
        .single();
  }
}

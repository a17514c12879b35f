package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a page costs in a large catalogue, in rows that PostgreSQL reads. */
class FilterPlansTest extends ServiceTest {
  private static final int PRODUCTS = 200_000;
  private static final int BATCH = 10_000;
  private static final int PAGE = 101;

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
          page("rare", "1", "999999", 0, 5));

  @Test
  void readsAboutAsManyRowsAsAPageHas() {
    fill();
    for (Page page : PAGES) {
      long read =
          transaction.execute(
              status -> {
                long before = rowsRead();
                for (int repeat = 0; repeat < REPEATS; repeat++) {
                  assertThat(products.list(page.query())).as("%s", page).hasSize(page.rows());
                }
                return rowsRead() - before;
              });
      assertThat(read / REPEATS).as("rows read for %s", page).isLessThanOrEqualTo(4 * PAGE);
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
              SELECT 'Product', 5 + number % 500, 1,
                     CASE WHEN number % (? / 5) = 0 THEN 'rare' ELSE 'common' END
              FROM generate_series(?, ?) AS number
              """)
          .params(PRODUCTS, first, first + BATCH - 1)
          .update();
    }
    database.sql("ANALYZE product").update();
  }

  /** Of the current transaction. */
  private long rowsRead() {
    return database
        .sql(
            """
            SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables
            WHERE relname = 'product'
            """)
        .query(Long.class)
        .single();
  }
}

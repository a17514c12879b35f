package org.contractshop.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.contractshop.base.NotFoundException;
import org.contractshop.testing.Together;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProductRepositoryTest extends ServiceTest {
  @Autowired private ProductRepository products;
  @Autowired private ProductWrites writes;

  @Test
  void keepsWhatIsAdded() {
    Product added = products.add(monitor("349.5", "screens"));
    assertThat(added.id()).isEqualTo(4);
    assertThat(added.price()).isEqualTo(new BigDecimal("349.50"));
    assertThat(products.find(4)).contains(added);
    assertThat(products.find(5)).isEmpty();
  }

  @Test
  void filtersByPriceInclusively() {
    assertThat(list(null, "79.99", null)).containsExactly(KEYBOARD, MOUSE);
    assertThat(list(null, null, "79.99")).containsExactly(HUB, MOUSE);
    assertThat(list(null, "79.99", "79.99")).containsExactly(MOUSE);
    assertThat(list(null, "79.991", null)).containsExactly(KEYBOARD);
    assertThat(list(null, "80", "79")).isEmpty();
  }

  @Test
  void filtersByTheExactCategory() {
    long screen = products.add(monitor("349.50", "screens")).id();
    assertThat(list("screens", null, null)).containsExactly(screen);
    assertThat(list("electronics", null, null)).containsExactly(KEYBOARD, HUB, MOUSE);
    assertThat(list("Electronics", null, null)).isEmpty();
    assertThat(list("electronics' OR '1'='1", null, null)).isEmpty();
    assertThat(list("%", null, null)).isEmpty();
  }

  @Test
  void combinesTheFilters() {
    long cheap = products.add(monitor("60.00", "screens")).id();
    products.add(monitor("349.50", "screens"));
    assertThat(list("screens", "50", "100")).containsExactly(cheap);
    assertThat(list(null, "50", "100")).containsExactly(MOUSE, cheap);
  }

  @Test
  void pagesThroughAllProductsWhileOthersAreAdded() throws Exception {
    for (int i = 0; i < 97; i++) {
      products.add(monitor("1.00", "screens"));
    }
    List<List<Long>> results = Together.run(5, number -> () -> number == 0 ? walk(7) : addSome(40));
    List<Long> seen = results.get(0);
    assertThat(seen).isSorted().doesNotHaveDuplicates();
    assertThat(seen).containsAll(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(walk(7)).hasSize(100 + 4 * 40).doesNotHaveDuplicates();
  }

  @Test
  void takesPiecesOutUntilNoneIsLeft() {
    assertThat(writes.decrement(MOUSE, 29, null).stock()).isEqualTo(1);
    assertThat(writes.decrement(MOUSE, 1, null).stock()).isZero();
    assertThatThrownBy(() -> writes.decrement(MOUSE, 1, null))
        .isInstanceOf(InsufficientStockException.class);
    assertThat(stock(MOUSE)).isZero();
  }

  @Test
  void takesNothingIfThereIsTooLittle() {
    assertThatThrownBy(() -> writes.decrement(MOUSE, MICE + 1, null))
        .isInstanceOf(InsufficientStockException.class);
    assertThat(stock(MOUSE)).isEqualTo(MICE);
  }

  @Test
  void tellsAnUnknownProductFromAShortOne() {
    assertThatThrownBy(() -> writes.decrement(999, 1, null)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void sellsEveryPieceOnceToParallelDecrements() throws Exception {
    List<Integer> sold = Together.run(20, number -> this::buyKeyboardsToTheLast);
    assertThat(sold.stream().mapToInt(Integer::intValue).sum()).isEqualTo(KEYBOARDS);
    assertThat(stock(KEYBOARD)).isZero();
  }

  private int buyKeyboardsToTheLast() {
    for (int bought = 0; ; bought++) {
      try {
        writes.decrement(KEYBOARD, 1, null);
      } catch (InsufficientStockException exception) {
        return bought;
      }
    }
  }

  private List<Long> list(
      @Nullable String category, @Nullable String minPrice, @Nullable String maxPrice) {
    ProductFilter filter =
        new ProductFilter(
            category,
            minPrice == null ? null : new BigDecimal(minPrice),
            maxPrice == null ? null : new BigDecimal(maxPrice));
    return products.list(new ProductQuery(filter, 0, 100)).stream().map(Product::id).toList();
  }

  /** Reads page after page to the end. */
  private List<Long> walk(int pageSize) {
    List<Long> seen = new ArrayList<>();
    List<Product> page;
    do {
      long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
      page = products.list(new ProductQuery(ProductFilter.NONE, last, pageSize));
      page.forEach(product -> seen.add(product.id()));
    } while (!page.isEmpty());
    return seen;
  }

  private List<Long> addSome(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> products.add(monitor("1.00", "screens")).id())
        .toList();
  }

  private static NewProduct monitor(String price, String category) {
    return new NewProduct("4K Monitor", new BigDecimal(price), 10, category);
  }
}

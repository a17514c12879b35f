package org.contractshop.product;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractshop.product.read.SharedReads;
import org.springframework.stereotype.Service;

/** The products as callers read them, always up to date. */
@Service
class Catalogue {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /**
   * Together half of the connections of the pool; the rest is for reservations and other writes.
   */
  private static final int MOST_LOOKUPS = 2;

  private static final int MOST_LISTS = 3;

  private final ProductRepository products;
  private final SharedReads<Long, Versioned<Product>> lookups;
  private final SharedReads<ProductQuery, Versioned<List<Product>>> lists;

  Catalogue(ProductRepository products) {
    this.products = products;
    lookups = new SharedReads<>(id -> "products", this::find, MOST_LOOKUPS, TIMEOUT);
    lists = new SharedReads<>(query -> query, this::list, MOST_LISTS, TIMEOUT);
  }

  Optional<Versioned<Product>> find(long id) {
    return Optional.ofNullable(lookups.get(id));
  }

  /** Up to one product more than fits on a page, which shows that there is a next page. */
  Versioned<List<Product>> list(ProductQuery query) {
    Versioned<List<Product>> found = lists.get(query);
    return found == null ? versioned(List.of()) : found;
  }

  private Map<Long, Versioned<Product>> find(Set<Long> ids) {
    Map<Long, Versioned<Product>> found = new HashMap<>();
    for (Product product : products.find(ids)) {
      found.put(product.id(), Versioned.of(product, product.visible()));
    }
    return found;
  }

  private Map<ProductQuery, Versioned<List<Product>>> list(Set<ProductQuery> queries) {
    Map<ProductQuery, Versioned<List<Product>>> found = new HashMap<>();
    queries.forEach(query -> found.put(query, versioned(products.list(query))));
    return found;
  }

  private static Versioned<List<Product>> versioned(List<Product> products) {
    StringBuilder visible = new StringBuilder();
    products.forEach(product -> visible.append(product.visible()).append('\n'));
    return Versioned.of(products, visible);
  }
}

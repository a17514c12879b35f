package org.contractshop.stubs.memory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The products and their stock, which product-service and order-service share. */
final class Stock {
  private final TreeMap<Long, Product> products = new TreeMap<>();
  private final Set<Long> soldOut;
  private final Set<Long> unreachable;

  /**
   * @param soldOut products that somebody else buys between viewing and ordering
   * @param unreachable products for which the network fails, so that nobody knows what happened
   */
  Stock(Collection<Product> products, Set<Long> soldOut, Set<Long> unreachable) {
    products.forEach(product -> this.products.put(product.id(), product));
    this.soldOut = new HashSet<>(soldOut);
    this.unreachable = new HashSet<>(unreachable);
  }

  /** Why the stock of an order cannot be taken. */
  record Refusal(boolean unknown, long productId) {
    Reply reply(Call call) {
      Reply reply =
          unknown
              ? Reply.problem(
                  call,
                  422,
                  "unknown-product",
                  "Unknown product",
                  "There is no product " + productId + ".",
                  "Product " + productId + " not found")
              : insufficient(call, productId, "Insufficient stock for product " + productId);
      return reply.with("productId", productId);
    }
  }

  static Reply insufficient(Call call, long productId, String error) {
    return Reply.problem(
            call,
            422,
            "insufficient-stock",
            "Insufficient stock",
            "Product " + productId + " has fewer pieces in stock than were asked for.",
            error)
        .with("productId", productId);
  }

  List<Product> all() {
    return List.copyOf(products.values());
  }

  Optional<Product> find(long id) {
    return Optional.ofNullable(products.get(id));
  }

  void put(Product product) {
    products.put(product.id(), product);
  }

  /** Whether the outcome of an order for these lines is known. */
  boolean isPredictable(List<Line> lines) {
    return lines.stream().noneMatch(line -> unreachable.contains(line.productId()));
  }

  /** Takes all lines, or nothing. */
  Optional<Refusal> take(List<Line> lines) {
    TreeMap<Long, Long> pieces = new TreeMap<>();
    lines.forEach(line -> pieces.merge(line.productId(), (long) line.quantity(), Long::sum));
    for (Map.Entry<Long, Long> wanted : pieces.entrySet()) {
      Product product = products.get(wanted.getKey());
      if (product == null) {
        return Optional.of(new Refusal(true, wanted.getKey()));
      }
      if (soldOut.contains(product.id()) || product.stock() < wanted.getValue()) {
        return Optional.of(new Refusal(false, product.id()));
      }
    }
    lines.forEach(line -> change(line.productId(), -line.quantity()));
    return Optional.empty();
  }

  void putBack(List<Line> lines) {
    lines.forEach(line -> change(line.productId(), line.quantity()));
  }

  private void change(long id, int pieces) {
    products.computeIfPresent(id, (key, product) -> product.plus(pieces));
  }
}

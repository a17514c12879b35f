package org.contractshop.product;

import java.time.Duration;
import java.util.function.Supplier;
import org.contractshop.base.NotFoundException;
import org.contractshop.base.Writes;
import org.contractshop.base.admission.AdmissionLimiter;
import org.contractshop.product.IdempotencyKeyRepository.UsedKey;
import org.contractshop.product.WriteOutcome.InsufficientStock;
import org.contractshop.product.WriteOutcome.UnknownProduct;
import org.contractshop.product.WriteOutcome.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds products and decrements stock, once for each idempotency key. */
@Service
class ProductWrites {
  /** Few, so that writers waiting for a locked product leave connections to the others. */
  private final AdmissionLimiter limiter =
      AdmissionLimiter.fixed("product writes", 2, 60, Duration.ofSeconds(1));

  private final ProductRepository products;
  private final IdempotencyKeyRepository keys;
  private final TransactionTemplate transaction;

  ProductWrites(
      ProductRepository products, IdempotencyKeyRepository keys, TransactionTemplate transaction) {
    this.products = products;
    this.keys = keys;
    this.transaction = transaction;
  }

  Product add(NewProduct product, @Nullable KeyedRequest request) {
    return write(request, () -> new Written(products.add(product)));
  }

  /**
   * Decrements the stock and returns the updated product.
   *
   * @throws NotFoundException if there is no such product
   * @throws InsufficientStockException if it has too little stock; nothing is taken
   */
  Product decrement(long id, int pieces, @Nullable KeyedRequest request) {
    return write(request, () -> decrement(id, pieces));
  }

  private WriteOutcome decrement(long id, int pieces) {
    return products
        .decrement(id, pieces)
        .<WriteOutcome>map(Written::new)
        .orElseGet(
            () ->
                products.find(id).isPresent() ? new InsufficientStock(id) : new UnknownProduct(id));
  }

  private Product write(@Nullable KeyedRequest request, Supplier<WriteOutcome> write) {
    return limiter
        .call(() -> request == null ? Writes.single(write) : writeOnce(request, write))
        .product();
  }

  private WriteOutcome writeOnce(KeyedRequest request, Supplier<WriteOutcome> write) {
    return transaction.execute(
        status -> {
          if (!keys.claim(request)) {
            return repeat(request);
          }
          WriteOutcome outcome = write.get();
          keys.save(request, outcome);
          return outcome;
        });
  }

  private WriteOutcome repeat(KeyedRequest request) {
    UsedKey used = keys.find(request).orElseThrow(KeyInProgressException::new); // just purged
    if (!used.fingerprint().equals(request.fingerprint())) {
      throw new KeyReusedException();
    }
    return used.outcome();
  }
}

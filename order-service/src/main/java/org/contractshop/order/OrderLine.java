package org.contractshop.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order: a product and its quantity.
 *
 * @param name the product's name when its stock was reserved; absent until then
 * @param unitPrice likewise, with two decimals
 */
public record OrderLine(
    long productId, int quantity, @Nullable String name, @Nullable BigDecimal unitPrice) {

  public static OrderLine of(long productId, int quantity) {
    return new OrderLine(productId, quantity, null, null);
  }

  /** The line with the name and price of its reservation, which never change again. */
  public OrderLine reserved(String name, BigDecimal unitPrice) {
    if (this.unitPrice != null) {
      throw new IllegalStateException("The line of product " + productId + " has a price already");
    }
    return new OrderLine(productId, quantity, name, unitPrice.setScale(2));
  }

  BigDecimal amount() {
    if (unitPrice == null) {
      throw new IllegalStateException("The line of product " + productId + " has no price yet");
    }
    return unitPrice.multiply(BigDecimal.valueOf(quantity));
  }
}

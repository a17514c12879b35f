package org.contractshop.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order.
 *
 * @param name the product's name when its stock was reserved; absent until then
 * @param unitPrice likewise
 */
record OrderItem(
    long productId, int quantity, @Nullable String name, @Nullable BigDecimal unitPrice) {}

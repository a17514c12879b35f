package org.contractshop.order.stock;

import java.math.BigDecimal;

/** Pieces that were taken out of stock, with the product's name and price at that moment. */
public record Reserved(long productId, String name, int quantity, BigDecimal unitPrice) {}

package org.contractshop.order.stock;

/** So many pieces of a product. */
public record Wanted(long productId, int quantity) {}

package org.contractshop.product.reservation;

/** A product to reserve, and the quantity. */
public record ReservationLine(long productId, int quantity) {}

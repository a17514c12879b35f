package org.contractshop.product.reservation;

/** How many pieces of which product to reserve. */
public record ReservationLine(long productId, int quantity) {}

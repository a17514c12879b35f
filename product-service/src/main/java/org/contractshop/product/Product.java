package org.contractshop.product;

import java.math.BigDecimal;

/**
 * A product of the catalogue, as it was when it was read.
 *
 * @param price exact, at most two decimals
 * @param stock pieces that can still be sold, never negative
 */
record Product(long id, String name, BigDecimal price, int stock, String category) {}

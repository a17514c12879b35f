package org.contractshop.product;

/** How many pieces of which product are to be reserved. */
record Line(long productId, int quantity) {}

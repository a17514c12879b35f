package org.contractshop.product;

/**
 * A part of the catalogue: the products that pass the filter and have an id greater than {@code
 * after}, in the order of their ids, {@code most} of them.
 */
record ProductQuery(ProductFilter filter, long after, int most) {}

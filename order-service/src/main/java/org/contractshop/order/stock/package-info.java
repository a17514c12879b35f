/**
 * The stock, which product-service keeps: the one place that knows its client, user-service's
 * client for the login there, and what can go wrong on the way.
 */
@NullMarked
package org.contractshop.order.stock;

import org.jspecify.annotations.NullMarked;

/**
 * Access to the stock that product-service manages. Only this package knows the clients of
 * product-service and user-service, and what can go wrong when calling them.
 */
@NullMarked
package org.contractshop.order.stock;

import org.jspecify.annotations.NullMarked;

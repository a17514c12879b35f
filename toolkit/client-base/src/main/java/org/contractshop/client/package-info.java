/**
 * What the clients of the shop's services share: settings, errors, paging. Each client is a class
 * of its own package, such as {@code org.contractshop.product.client.ProductClient}.
 */
@NullMarked
package org.contractshop.client;

import org.jspecify.annotations.NullMarked;

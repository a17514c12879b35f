/**
 * What all clients of the shop share: settings, errors, paging. Each client is a class in its own
 * package, such as {@code org.contractshop.product.client.ProductClient}.
 */
@NullMarked
package org.contractshop.client;

import org.jspecify.annotations.NullMarked;

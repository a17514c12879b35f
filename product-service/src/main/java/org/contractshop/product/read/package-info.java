/** Reads that many callers share. */
@NullMarked
package org.contractshop.product.read;

import org.jspecify.annotations.NullMarked;

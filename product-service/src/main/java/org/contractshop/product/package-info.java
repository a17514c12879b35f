/** The catalogue and its stock. */
@NullMarked
package org.contractshop.product;

import org.jspecify.annotations.NullMarked;
